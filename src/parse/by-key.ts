// Answers to those who ask for the items of some keys, from lists by key that were made once.
const NONE: readonly never[] = [];

/** Items of several keys, in the order of the text. Rules ask this most of all: nothing is made where there is at most one such key. */
export function ofKeys<T>(
  items: readonly T[],
  lists: ReadonlyMap<string, readonly T[]>,
  keys: readonly string[],
  keyOf: (item: T) => string,
): readonly T[] {
  let found: readonly T[] = NONE;
  for (const key of keys) {
    const list = lists.get(key);
    if (list === undefined || list === found) continue;
    if (found !== NONE) return items.filter((item) => keys.includes(keyOf(item)));
    found = list;
  }
  return found;
}
