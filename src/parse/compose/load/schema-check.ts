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
  const suspects: Suspects = { endless: [], repeats: false };
  const faults = validate(plain(root, suspects)) ? [] : (validate.errors ?? []).filter((fault) => !isNullModel(fault, root));
  for (const number of suspects.endless)
    tell('schema', 'wrong-type', number.at, 'An endless number can stand nowhere here.', { of: number });
  if (faults.length === 0 && !suspects.repeats) return;
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

function valueAt(root: Value, keys: readonly string[]): Value | undefined {
  let value: Value | undefined = root;
  for (const key of keys) {
    if (value?.kind === 'map') value = value.fields.get(key)?.value;
    else value = value?.kind === 'list' ? value.items[Number(key)] : undefined;
  }
  return value;
}

/** What a closer look is needed for; most files have none of it. */
interface Suspects {
  endless: Value[];
  repeats: boolean;
}

const comparable = (item: unknown): unknown => (typeof item === 'object' && item !== null ? item : String(item));

function plain(value: Value, suspects: Suspects): unknown {
  if (value.kind === 'scalar') {
    if (typeof value.value === 'number' && !Number.isFinite(value.value)) suspects.endless.push(value);
    return typeof value.value === 'bigint' ? Number(value.value) : value.value;
  }
  if (value.kind === 'list') {
    const items = value.items.map((item) => plain(item, suspects));
    suspects.repeats ||= items.length > 1 && new Set(items.map(comparable)).size < items.length;
    return items;
  }
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, field] of value.fields) map[key] = plain(field.value, suspects);
  return map;
}
