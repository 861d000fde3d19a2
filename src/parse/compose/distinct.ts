// Lists whose items Compose wants to be different, and keys that it wants to be strings: what its loader checks beside the schema.
import { into, isNowhere, meaningAt, type Spot, table } from './load/table.ts';
import { timestamp } from './load/timestamp.ts';
import type { SchemaProblem } from './model.ts';
import { type ListNode, type MapNode, type Node, type ScalarNode, usedAt } from './node.ts';
import { code } from './schema-words.ts';

/** Of the lists that the schema calls unique, Compose itself makes all others so before it looks. `*`: every one inside. */
const DISTINCT = [
  'depends_on',
  'device_cgroup_rules',
  'external_links',
  'extra_hosts',
  'group_add',
  'models',
  'networks',
  'security_opt',
  'volumes_from',
  'build.extra_hosts',
  'build.no_cache_filter',
  'build.ssh',
  'develop.watch.*.ignore',
  'develop.watch.*.include',
  ...['deploy.resources.reservations.devices.*', 'gpus.*'].flatMap((device) => [
    `${device}.capabilities`,
    `${device}.device_ids`,
    `${device}.options`,
  ]),
  'post_start.*.environment',
  'pre_start.*.environment',
  'pre_stop.*.environment',
  'volumes.*.volume.labels',
].map((path) => `services.*.${path}`);
const LABELS = ['volumes', 'secrets', 'configs'].map((section) => `${section}.*.labels`);
const WHERE = table(Object.fromEntries([...DISTINCT, ...LABELS].map((path) => [path, true])));

export function repeatedItems(root: MapNode): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  look(root, WHERE, [], found);
  return found;
}

function look(node: Node, spot: Spot<boolean>, keys: readonly string[], found: SchemaProblem[]): void {
  if (node.kind === 'scalar' || isNowhere(spot)) return;
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) {
      const below = value.kind === 'scalar' ? null : into(spot, key.string);
      if (below) look(value, below, [...keys, key.string], found);
    }
    return;
  }
  if (meaningAt(spot)) found.push(...repeatedIn(node, keys));
  for (const [index, item] of node.items.entries()) look(item, into(spot, '[]'), [...keys, String(index)], found);
}

function repeatedIn({ items }: ListNode, keys: readonly string[]): SchemaProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index): SchemaProblem[] => {
    if (item.kind !== 'scalar') return [];
    const value = `${typeof item.value} ${item.string}`;
    const known = seen.has(value);
    seen.add(value);
    if (!known || item.interpolated) return [];
    const message = `${code(item.string)} stands twice in ${code(keys.at(-1) ?? '')}.`;
    return [
      { kind: 'duplicate-item', range: usedAt(item), keys: [...keys, String(index)], message, hint: 'Remove one of them.' },
    ];
  });
}

/**
 * Compose refuses numbers, booleans and nothing as keys, everywhere in the file. Adds to `found`, which holds what the schema refuses:
 * what is wrong as a whole is not told again in its parts.
 */
export function addKeysThatAreNoStrings(root: MapNode, found: SchemaProblem[]): SchemaProblem[] {
  const told = new Set(found.filter(({ kind }) => kind !== 'missing-key').map(({ range }) => range.start));
  visit(root, [], told, found);
  return found;
}

/** `keys` leads to the node; it is the same list for the whole walk. */
function visit(node: Node, keys: string[], told: ReadonlySet<number>, found: SchemaProblem[]): void {
  if (node.kind === 'scalar' || node.via) return;
  if (node.kind === 'list') {
    for (let index = 0; index < node.items.length; index++) {
      const item = node.items[index];
      if (!item || item.kind === 'scalar') continue;
      keys.push(String(index));
      visit(item, keys, told, found);
      keys.pop();
    }
    return;
  }
  for (const { key, value, via } of node.entries) {
    if (via || told.has(key.range.start)) continue;
    keys.push(key.string);
    const kind = kindOf(key);
    if (kind !== null && key.range.end > key.range.start) {
      const suggestion = key.via ? {} : { suggestion: { text: `"${key.string}"`, range: key.range } };
      const message = `The key ${code(key.string)} is ${kind} to YAML: keys must be strings.`;
      found.push({ kind: 'wrong-type', range: usedAt(key), keys: [...keys], message, hint: 'Put it in quotes.', ...suggestion });
    }
    visit(value, keys, told, found);
    keys.pop();
  }
}

/** What a key is to Compose's reader that is no string. */
function kindOf({ value, string, style }: ScalarNode): string | null {
  if (typeof value !== 'string') return value === null ? 'nothing' : `a ${typeof value}`;
  return style === 'plain' && timestamp(string) !== null ? 'a date' : null;
}
