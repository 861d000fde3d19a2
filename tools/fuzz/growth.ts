// How the time for a shape grows with its size: 1×, 2×, 4×, 8×.
import { judge } from './judge.ts';
import type { Shape } from './shapes.ts';

const BASE = 40_000;
const FACTORS = [1, 2, 4, 8] as const;
const RUNS = 3;
/** Eight times the text may take this many times as long; linear would be 8. */
export const MAX_RATIO = 24;
/** Below this, in milliseconds, nothing is told of growth: it is the clock and the garbage collector. */
const FLOOR = 40;

export interface Growth {
  shape: Shape;
  /** Milliseconds at each size. */
  times: number[];
  ratio: number;
  linear: boolean;
  wrong: string | null;
}

export function growthOf(shape: Shape): Growth {
  let wrong: string | null = null;
  const times = FACTORS.map((factor) => {
    const text = shape.text(BASE * factor);
    const runs = Array.from({ length: RUNS }, () => {
      const began = performance.now();
      wrong ??= judge(shape.kind, text, false);
      return performance.now() - began;
    });
    return Math.min(...runs);
  });
  const [first = 0] = times;
  const last = times.at(-1) ?? 0;
  const ratio = last / Math.max(first, 0.01);
  return { shape, times, ratio, linear: last < FLOOR || ratio <= MAX_RATIO, wrong };
}
