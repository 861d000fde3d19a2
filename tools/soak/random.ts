// Chance that a seed repeats.

export interface Random {
  /** From 0 to `below`, which it never is. */
  under(below: number): number;
  /** Whether something of this likelihood happens. */
  chance(likelihood: number): boolean;
  one<T>(of: readonly T[]): T;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    under: (below) => Math.floor(next() * below),
    chance: (likelihood) => next() < likelihood,
    one: (of) => {
      if (of.length === 0) throw new RangeError('There is nothing to choose from.');
      return of[Math.floor(next() * of.length)] as (typeof of)[number];
    },
  };
}
