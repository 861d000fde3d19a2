// In which order services can start: steps, the longest chain, and circles that can never start.

export interface StartOrder {
  /** Services of one step wait only for earlier steps. */
  steps: string[][];
  /** From the last to start to the first; empty when nobody waits. */
  longest: string[];
  cycles: string[][];
}

const CYCLES = 10;

/** `waitsFor`: whom each service waits for; all of them are keys. Linear in services and waits. */
export function startOrder(waitsFor: ReadonlyMap<string, readonly string[]>): StartOrder {
  const left = new Map([...waitsFor].map(([name, others]) => [name, others.length]));
  const waiting = new Map<string, string[]>([...waitsFor.keys()].map((name) => [name, []]));
  for (const [name, others] of waitsFor) for (const other of others) waiting.get(other)?.push(name);
  const steps: string[][] = [];
  const slowest = new Map<string, string>();
  let ready = [...left].filter(([, count]) => count === 0).map(([name]) => name);
  while (ready.length > 0) {
    steps.push(ready);
    const next: string[] = [];
    for (const name of ready) {
      left.delete(name);
      for (const other of waiting.get(name) ?? []) {
        const count = (left.get(other) ?? 0) - 1;
        left.set(other, count);
        // The last one that it waits for decides when it starts.
        slowest.set(other, name);
        if (count === 0) next.push(other);
      }
    }
    ready = next;
  }
  return { steps, longest: chain(steps, slowest), cycles: cyclesIn(new Set(left.keys()), waitsFor) };
}

function chain(steps: readonly string[][], slowest: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (let name = steps.at(-1)?.[0]; name !== undefined; name = slowest.get(name)) found.push(name);
  return found.length > 1 ? found : [];
}

/** `stuck`: each waits for another of them, so that following the waits ends in a circle. */
function cyclesIn(stuck: Set<string>, waitsFor: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of stuck) {
    const path = new Map<string, number>();
    const walk: string[] = [];
    let name: string | undefined = start;
    while (name !== undefined && !done.has(name) && !path.has(name)) {
      path.set(name, walk.length);
      walk.push(name);
      name = waitsFor.get(name)?.find((other) => stuck.has(other));
    }
    const from = name === undefined ? undefined : path.get(name);
    if (from !== undefined && cycles.length < CYCLES) cycles.push(walk.slice(from));
    for (const one of walk) done.add(one);
  }
  return cycles;
}
