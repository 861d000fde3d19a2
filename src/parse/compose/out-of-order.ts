// What stands behind something that should come after it, and the order that is wanted.
export interface Ranked<T> {
  item: T;
  /** Compared as numbers or as texts. */
  rank: number | string;
}

export interface Order<T> {
  misplaced: readonly T[];
  wanted: readonly T[];
}

/** Equal ranks keep their order. */
export function outOfOrder<T>(ranked: readonly Ranked<T>[]): Order<T> {
  let highest: number | string | undefined;
  const misplaced: T[] = [];
  for (const { item, rank } of ranked) {
    if (highest !== undefined && rank < highest) misplaced.push(item);
    else highest = rank;
  }
  const wanted = [...ranked].sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0)).map(({ item }) => item);
  return { misplaced, wanted };
}
