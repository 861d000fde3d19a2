// So many jobs at a time: each may use a processor and much memory, those who wait use neither.
import type { Runner } from './runner.ts';

export function gated(runner: Runner, most: number): Runner {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    kind: runner.kind,
    async run(snapshot) {
      if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else running++;
      try {
        return await runner.run(snapshot);
      } finally {
        // Whoever waited longest takes this place.
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
