// Readers of loaded values: each gives plain JSON of one type, and tells what Compose can't turn into that type.
import { code } from '../../schema-words.ts';
import { boolean as booleanCast } from '../casts.ts';
import { decimalFloat, decimalInteger, float32, isInteger, printed } from '../number.ts';
import type { Tell } from '../problem.ts';
import { isNull, type ScalarValue, stringOf, type Value } from '../value.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** `undefined`: the default of the type, which is left out where the key is optional. */
export type Shape = (value: Value, tell: Tell) => Json | undefined;

export function refuse(value: Value, expected: string, tell: Tell): undefined {
  const found = value.kind === 'scalar' ? code(printed(value)) : value.kind === 'map' ? 'a map' : 'a list';
  tell('type', 'wrong-type', value.at, `This must be ${expected}, found ${found}.`, { of: value });
  return undefined;
}

/** Numbers beyond 2^53 lose digits here, as in all JSON that JavaScript reads. */
export const plainNumber = (value: ScalarValue['value']): number => Number(value);

export const string: Shape = (value, tell) => {
  if (isNull(value)) return undefined;
  const text = stringOf(value);
  if (text !== undefined) return text || undefined;
  if (value.kind === 'scalar' && isInteger(value.value, value.float)) return printed(value);
  return refuse(value, 'a string', tell);
};

const truth: Shape = (value, tell) => {
  if (isNull(value)) return undefined;
  if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
  const cast = booleanCast.read(stringOf(value) ?? '');
  return cast ? Boolean(cast.value) : refuse(value, '`true` or `false`', tell);
};
/** `false` is left out. */
export const boolean: Shape = (value, tell) => truth(value, tell) || undefined;
export const optionalBoolean = truth;
/** `true` is the default, and left out. */
export const unlessFalse: Shape = (value, tell) => (truth(value, tell) === false ? false : undefined);

const whole: Shape = (value, tell) => {
  if (isNull(value)) return undefined;
  if (value.kind === 'scalar' && (typeof value.value === 'number' || typeof value.value === 'bigint')) {
    return Math.trunc(plainNumber(value.value));
  }
  const read = decimalInteger(stringOf(value) ?? '');
  return read === null ? refuse(value, 'a whole number', tell) : plainNumber(read);
};
/** Zero is left out. */
export const integer: Shape = (value, tell) => whole(value, tell) || undefined;
export const optionalInteger = whole;

const positive: Shape = (value, tell) => {
  if (isNull(value)) return undefined;
  const isNumber = value.kind === 'scalar' && (typeof value.value === 'number' || typeof value.value === 'bigint');
  if (isNumber && Number(value.value) >= 0) return Math.trunc(Number(value.value));
  return refuse(value, 'a whole number of zero or more', tell);
};
export const unsigned: Shape = (value, tell) => positive(value, tell) || undefined;
export const optionalUnsigned = positive;

/** With 32 bits, as Compose keeps shares of processors. */
export const float: Shape = (value, tell) => {
  if (isNull(value)) return undefined;
  const isNumber = value.kind === 'scalar' && (typeof value.value === 'number' || typeof value.value === 'bigint');
  const read = isNumber ? Number(value.value) : decimalFloat(stringOf(value) ?? '');
  return read === null ? refuse(value, 'a number', tell) : float32(read) || undefined;
};

/** An empty list is left out. */
export const listOf =
  (item: Shape, empty: Json = ''): Shape =>
  (value, tell) => {
    if (isNull(value)) return undefined;
    if (value.kind !== 'list') return refuse(value, 'a list', tell);
    return value.items.length > 0 ? value.items.map((one) => item(one, tell) ?? empty) : undefined;
  };

/** An empty map is left out; `empty` stands for values that are nothing. */
export const mapOf =
  (item: Shape, empty: Json): Shape =>
  (value, tell) => {
    if (isNull(value)) return undefined;
    if (value.kind !== 'map') return refuse(value, 'a map', tell);
    const entries = [...value.fields].map(([key, field]) => [key, item(field.value, tell) ?? empty]);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  };

export interface Fields {
  readonly [key: string]: Shape;
}

/** `defaults` are written even where nothing is; keys that `fields` does not know are left out. */
export const struct = (fields: Fields, defaults: Readonly<Record<string, Json>> = {}): Shape => {
  const shapes = Object.values(fields);
  const names = Object.keys(fields);
  const order = new Map(names.map((name, index) => [name, index]));
  return (value, tell) => {
    if (isNull(value)) return undefined;
    if (value.kind !== 'map') return refuse(value, 'a map', tell);
    // Few of the many keys are there.
    const present: number[] = [];
    for (const key of value.fields.keys()) {
      const index = order.get(key);
      if (index !== undefined) present.push(index);
    }
    present.sort(ascending);
    const result: { [key: string]: Json } = { ...defaults };
    for (const index of present) {
      const name = names[index] ?? '';
      const field = value.fields.get(name);
      const read = field && shapes[index]?.(field.value, tell);
      if (read !== undefined) result[name] = read;
    }
    return result;
  };
};

const ascending = (a: number, b: number): number => a - b;
