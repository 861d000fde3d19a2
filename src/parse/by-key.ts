// Lists of what has the same key, made once, and the answers to those who ask for some of the keys.
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

/** As Map.groupBy, which Node 20 lacks: reading needs no newer one. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
