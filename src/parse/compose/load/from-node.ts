// One document of a file → values; what `!reset` and `!override` ask for is remembered beside.
import type { Node, ScalarNode } from '../node.ts';
import { isWholeNumber } from '../scalar.ts';
import { wholeNumber } from './number.ts';
import { timestamp } from './timestamp.ts';
import type { Place, ScalarValue, Value } from './value.ts';

const TIMESTAMP = 'tag:yaml.org,2002:timestamp';
const FLOAT = 'tag:yaml.org,2002:float';

/** Key paths of values that must not be merged with what stood there before. */
export type Resets = readonly (readonly string[])[];

export interface Read {
  value: Value;
  resets: Resets;
}

export function readValues(node: Node, path: string): Read {
  const resets: string[][] = [];
  const value = readNode(node, path, [], resets);
  return { value: value ?? { kind: 'scalar', value: null, at: placeOf(node, path) }, resets };
}

/** `null`: the value is `!reset`. */
function readNode(node: Node, path: string, keys: readonly string[], resets: string[][]): Value | null {
  const at = placeOf(node, path);
  if (node.tag === '!reset') {
    resets.push([...keys]);
    return null;
  }
  const inside = node.tag === '!override' ? [] : resets;
  if (node.tag === '!override') resets.push([...keys]);
  if (node.kind === 'scalar') return scalarOf(node, at);
  if (node.kind === 'list') {
    const items = node.items.flatMap((item, index) => readNode(item, path, [...keys, String(index)], inside) ?? []);
    return { kind: 'list', items, at };
  }
  const fields = new Map<string, { key: Place; value: Value }>();
  for (const { key, value, via } of node.entries) {
    const read = readNode(value, path, [...keys, key.string], inside);
    const place = placeOf({ range: key.range, ...((via ?? key.via) && { via: via ?? key.via }) }, path);
    if (read) fields.set(key.string, { key: place, value: read });
  }
  return { kind: 'map', fields, at };
}

function placeOf({ range, via }: { range: Place['range']; via?: Place['range'] | undefined }, path: string): Place {
  return { path, range, ...(via && { via }) };
}

function scalarOf({ value, string, style, tag }: ScalarNode, at: Place): ScalarValue {
  if (style === 'plain' && typeof value === 'string' && (tag === undefined || tag === '!' || tag === TIMESTAMP)) {
    const time = timestamp(string);
    return time === null ? { kind: 'scalar', value, at } : { kind: 'scalar', value: time, at, time: true };
  }
  if (typeof value !== 'number') return { kind: 'scalar', value, at };
  if (isWholeNumber(string) && tag !== FLOAT) {
    const whole = wholeNumber(string.replaceAll('_', ''));
    if (whole !== null) return { kind: 'scalar', value: whole, at };
  }
  return { kind: 'scalar', value, at, float: true };
}
