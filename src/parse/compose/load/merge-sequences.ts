// Lists and maps of the same thing: brought to one form before they are merged.
import { printed } from './number.ts';
import type { Field, ListValue, MapValue, Place, Value } from './value.ts';
import { scalar } from './value.ts';

/** Both as lists of `name=value`, one behind the other; `distinct` leaves out what stands in the first already. */
export function concatenated(base: Value, over: Value, distinct: boolean): ListValue {
  const before = sequenceOf(base);
  const after = sequenceOf(over);
  const known = new Set(distinct ? before.map(wordOf) : []);
  return { kind: 'list', at: over.at, items: [...before, ...after.filter((item) => !known.has(wordOf(item)))] };
}

const wordOf = (item: Value): unknown => (item.kind === 'scalar' ? item.value : item);

export function sequenceOf(value: Value): Value[] {
  if (value.kind === 'list') return [...value.items];
  if (value.kind === 'scalar') return typeof value.value === 'string' ? [value] : [];
  const items = [...value.fields].flatMap(([key, field]) => {
    const inside = field.value.kind === 'list' ? field.value.items : [field.value];
    return inside.map((one) => assignment(key, field.key, one));
  });
  return items.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
}

function assignment(key: string, keyPlace: Place, value: Value): ReturnType<typeof scalar> & { value: string } {
  const text = value.kind === 'scalar' ? (value.value === null ? key : `${key}=${printed(value)}`) : `${key}=`;
  const together = keyPlace.path === value.at.path && keyPlace.range.start < value.at.range.end && !keyPlace.via && !value.at.via;
  const at = together ? { ...keyPlace, range: { start: keyPlace.range.start, end: value.at.range.end } } : keyPlace;
  const unset = value.kind === 'scalar' && value.unset ? { unset: value.unset } : {};
  return { kind: 'scalar', value: text, at, ...unset };
}

/** A list of names as a map with these keys; `null` where it is neither. */
export function namedMap(value: Value, content?: (at: Place) => Value): MapValue | null {
  if (value.kind === 'map') return value;
  if (value.kind !== 'list') return null;
  const fields = new Map<string, Field>();
  for (const item of value.items) {
    if (item.kind !== 'scalar') continue;
    fields.set(printed(item), { key: item.at, value: content?.(item.at) ?? scalar(null, item.at) });
  }
  return { kind: 'map', fields, at: value.at };
}
