// Reads the JSON of a loaded project: each gives a value of one type, or what stands for its absence.
import type { Json } from '../parse/compose/load/decode/shape.ts';

type Value = Json | undefined;

const mapIn = (value: Value): { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** A member of a map by a name that somebody else chose. */
export const field = (value: Value, key: string): Value => {
  const map = mapIn(value);
  return Object.hasOwn(map, key) ? map[key] : undefined;
};

export function fieldAt(value: Value, ...keys: readonly string[]): Value {
  let found = value;
  for (const key of keys) found = field(found, key);
  return found;
}

export const entriesIn = (value: Value): readonly (readonly [string, Json])[] => Object.entries(mapIn(value));
export const listIn = (value: Value): readonly Json[] => (Array.isArray(value) ? value : []);
export const textIn = (value: Value): string | null => (typeof value === 'string' ? value : null);
export const textsIn = (value: Value): readonly string[] => listIn(value).filter((item) => typeof item === 'string');
export const flagIn = (value: Value): boolean => value === true;

/** Also a number that stands in a string, as sizes do. */
export function numberIn(value: Value): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
