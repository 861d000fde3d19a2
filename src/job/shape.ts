// Small exact checks of unknown JSON: each gives a fresh value of known keys alone, or `undefined` where it does not fit.

export type Shape<T> = (value: unknown) => T | undefined;

export const string: Shape<string> = (value) => (typeof value === 'string' ? value : undefined);
export const boolean: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
/** A count or an offset: a safe integer from 0. */
export const count: Shape<number> = (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined);

export const oneOf =
  <const T extends string>(...words: readonly T[]): Shape<T> =>
  (value) =>
    words.find((word) => word === value);

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);

export const list =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const items: T[] = [];
    for (const each of value) {
      const item = shape(each);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A map with any keys. It has no prototype, so that a key like `constructor` or `__proto__` is only a key. */
export const record =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value) => {
    if (!isObject(value)) return undefined;
    const result: Record<string, T> = Object.create(null);
    for (const [key, each] of Object.entries(value)) {
      const item = shape(each);
      if (item === undefined) return undefined;
      result[key] = item;
    }
    return result;
  };

/** An object with these keys, each the value's own; those named in `optional` may be absent. Others are left behind. */
export const object =
  <T extends object>(fields: { [K in keyof T]-?: Shape<T[K]> }, ...optional: (keyof T & string)[]): Shape<T> =>
  (value) => {
    if (!isObject(value)) return undefined;
    const result: Partial<T> = {};
    for (const key in fields) {
      if (!Object.hasOwn(value, key)) {
        if (optional.includes(key)) continue;
        return undefined;
      }
      const item = fields[key](value[key]);
      if (item === undefined) return undefined;
      result[key] = item;
    }
    return result as T;
  };
