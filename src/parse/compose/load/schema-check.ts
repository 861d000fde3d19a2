// What Compose's schema refuses in a project after merging: the same words as for one file, in the file that holds the value.
import { nearest } from '../../nearest.ts';
import { repeatedItems } from '../distinct.ts';
import { problemOf } from '../faults.ts';
import { GUESSES } from '../limits.ts';
import { validate } from '../schema.generated.js';
import type { Tell } from './problem.ts';
import { nodesOf } from './to-node.ts';
import type { MapValue, Value } from './value.ts';

export function checkSchema(root: MapValue, tell: Tell): void {
  for (const number of infinite(root))
    tell('schema', 'wrong-type', number.at, 'An endless number can stand nowhere here.', { of: number });
  const faults = validate(plain(root)) ? [] : (validate.errors ?? []).filter((fault) => !isNullModel(fault, root));
  const { root: tree, placeOf } = nodesOf(root);
  let guesses = GUESSES;
  const refused = faults.flatMap((fault) => {
    return problemOf(fault, tree, '', (word, known) => (guesses-- > 0 ? nearest(word, known) : null)) ?? [];
  });
  for (const { kind, range, message, hint, keys, writtenAt } of [...refused, ...repeatedItems(tree)]) {
    if (kind === 'newer-key') continue;
    const of = valueAt(root, keys);
    const at = placeOf(range) ?? { path: (of ?? root).at.path, range, ...(writtenAt && { via: range }) };
    tell('schema', kind, at, message, { ...(hint && { hint }), ...(of && { of }) });
  }
}

/** A map may name a model and say nothing about it: in the specification since early 2026. */
function isNullModel({ keyword, path }: { keyword: string; path: string }, root: MapValue): boolean {
  const keys = path.split('/').slice(1);
  if (keyword !== 'type' || keys.length !== 4 || keys[0] !== 'services' || keys[2] !== 'models') return false;
  const value = valueAt(root, keys);
  return value?.kind === 'scalar' && value.value === null;
}

function infinite(value: Value): Value[] {
  if (value.kind === 'scalar') return typeof value.value === 'number' && !Number.isFinite(value.value) ? [value] : [];
  const inside = value.kind === 'list' ? value.items : [...value.fields.values()].map((field) => field.value);
  return inside.flatMap(infinite);
}

function valueAt(root: Value, keys: readonly string[]): Value | undefined {
  let value: Value | undefined = root;
  for (const key of keys) {
    if (value?.kind === 'map') value = value.fields.get(key)?.value;
    else value = value?.kind === 'list' ? value.items[Number(key)] : undefined;
  }
  return value;
}

function plain(value: Value): unknown {
  if (value.kind === 'scalar') return typeof value.value === 'bigint' ? Number(value.value) : value.value;
  if (value.kind === 'list') return value.items.map(plain);
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, field] of value.fields) map[key] = plain(field.value);
  return map;
}
