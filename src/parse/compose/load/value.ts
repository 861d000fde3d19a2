// Values of a project as Compose loads it: after interpolation and merging, each still knows the file and the range where it was written.
import type { Range } from '../../../model.ts';

export interface Place {
  path: string;
  range: Range;
  /** The alias through which it came; then `range` is where it is written, and not to be edited on behalf of this use. */
  via?: Range;
}

/** Whole numbers beyond 2^53 are `bigint`. */
export type Content = string | number | bigint | boolean | null;

export interface ScalarValue {
  kind: 'scalar';
  at: Place;
  value: Content;
  /** The number has a fraction or an exponent, or was cast to one. */
  float?: boolean;
  /** An unquoted date or time: no string to Compose. */
  time?: boolean;
  /** Variables that nothing sets, and that were therefore read as nothing. */
  unset?: readonly string[];
}

export interface ListValue {
  kind: 'list';
  at: Place;
  items: readonly Value[];
}

export interface Field {
  /** Where the key is written. */
  key: Place;
  value: Value;
}

export interface MapValue {
  kind: 'map';
  at: Place;
  fields: ReadonlyMap<string, Field>;
}

export type Value = MapValue | ListValue | ScalarValue;

export const scalar = (value: Content, at: Place): ScalarValue => ({ kind: 'scalar', value, at });
export const list = (items: readonly Value[], at: Place): ListValue => ({ kind: 'list', items, at });

/** A map of values that all stand where `at` is: what short syntax stands for, or a default. */
export function mapOf(values: Readonly<Record<string, Value | Content | undefined>>, at: Place): MapValue {
  const fields = new Map<string, Field>();
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    fields.set(key, { key: at, value: typeof value === 'object' && value !== null ? value : scalar(value, at) });
  }
  return { kind: 'map', fields, at };
}

export const get = (value: Value | undefined, key: string): Value | undefined =>
  value?.kind === 'map' ? value.fields.get(key)?.value : undefined;

export function at(value: Value | undefined, ...keys: readonly string[]): Value | undefined {
  let found = value;
  for (const key of keys) found = get(found, key);
  return found;
}

/** With one key more, or another value for it. */
export function withField({ fields, ...map }: MapValue, key: string, value: Value, keyPlace?: Place): MapValue {
  return { ...map, fields: new Map(fields).set(key, { key: keyPlace ?? fields.get(key)?.key ?? value.at, value }) };
}

export function withoutField(map: MapValue, key: string): MapValue {
  if (!map.fields.has(key)) return map;
  const fields = new Map(map.fields);
  fields.delete(key);
  return { ...map, fields };
}

export const isNull = (value: Value | undefined): boolean => value?.kind === 'scalar' && value.value === null;

/** The string that a scalar holds; `undefined` for everything else. */
export const stringOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'scalar' && typeof value.value === 'string' && !value.time ? value.value : undefined;

export const fieldsOf = (value: Value | undefined): ReadonlyMap<string, Field> => (value?.kind === 'map' ? value.fields : NONE);
export const itemsOf = (value: Value | undefined): readonly Value[] => (value?.kind === 'list' ? value.items : []);

const NONE: ReadonlyMap<string, Field> = new Map();

/** Variables that nothing sets, anywhere inside. */
export function unsetIn(value: Value): readonly string[] {
  if (value.kind === 'scalar') return [...new Set(value.unset)];
  const inside = value.kind === 'list' ? value.items : [...value.fields.values()].map((field) => field.value);
  return [...new Set(inside.flatMap(unsetIn))];
}
