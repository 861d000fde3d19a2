// Words for what the schema expects and for what stands there.
import type { Location } from './locate.ts';
import type { Node } from './node.ts';

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  null: 'nothing',
};
const SHOWN = 60;

/** `a list or a map`; that nothing may stand there too is left out. */
export function expectedOf(type: string | readonly string[] | undefined): string {
  const types = [type ?? []].flat();
  const told = types.length > 1 ? types.filter((name) => name !== 'null') : types;
  const words = told.map((name) => EXPECTED[name] ?? name);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? 'something else');
}

export function foundOf(node: Node): string {
  if (node.kind !== 'scalar') return node.kind === 'map' ? 'a map' : 'a list';
  if (node.value === null) return 'nothing';
  if (typeof node.value === 'boolean') return `the boolean ${code(node.string)}`;
  return `the ${typeof node.value} ${code(node.string)}`;
}

/** `` `ports` ``, or `` an item of `ports` ``. */
export function nameOf({ keys, entry }: Location): string {
  if (entry) return code(entry.key.string);
  const list = keys.findLast((key, index) => index < keys.length - 1 && !/^\d+$/.test(key));
  return list === undefined ? 'the file' : `an item of ${code(list)}`;
}

/** What holds a key: `` service `web` ``, `` `build` ``, `the file`. */
export function ownerOf({ keys }: Location): string {
  const name = keys.at(-1);
  if (name === undefined) return 'a Compose file';
  if (keys.length === 2 && keys[0]?.endsWith('s')) return `${keys[0].slice(0, -1)} ${code(name)}`;
  return /^\d+$/.test(name) ? `an item of ${code(keys.at(-2) ?? '')}` : code(name);
}

/** Text of a file between backticks, cut to a readable length. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `\`${(line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line).replaceAll('`', "'")}\``;
}
