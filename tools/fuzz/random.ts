// Chance that can be repeated: the same numbers for the same seed, everywhere.

export interface Random {
  /** A whole number from 0 up to `limit`, which it never reaches. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T | undefined;
  /** More often small than large: from 1 to `limit`. */
  size(limit: number): number;
}

const UINT32 = 2 ** 32;

/** Mulberry32: one 32-bit state, a full period, and good enough to shuffle texts. */
export function random(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / UINT32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => list[below(list.length)],
    size: (limit) => 1 + Math.floor(next() ** 3 * limit),
  };
}
