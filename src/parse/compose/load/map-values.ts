// Rebuilds maps and lists from their values, keeping what did not change.
import type { Field, ListValue, MapValue, Value } from './value.ts';

export function mapFields(map: MapValue, change: (value: Value, key: string) => Value): MapValue {
  let changed: Map<string, Field> | undefined;
  // Walked for every value of every file: an entry would be made for each, and thrown away.
  map.fields.forEach((field, key) => {
    const value = change(field.value, key);
    if (value === field.value) return;
    changed ??= new Map(map.fields);
    changed.set(key, { key: field.key, value });
  });
  return changed ? { ...map, fields: changed } : map;
}

export function mapItems(list: ListValue, change: (value: Value) => Value): ListValue {
  let same = true;
  const items = list.items.map((item) => {
    const value = change(item);
    if (value !== item) same = false;
    return value;
  });
  return same ? list : { ...list, items };
}

/** Every value directly inside. */
export function mapInside(value: Value, change: (value: Value, key: string) => Value): Value {
  if (value.kind === 'map') return mapFields(value, change);
  return value.kind === 'list' ? mapItems(value, (item) => change(item, '[]')) : value;
}
