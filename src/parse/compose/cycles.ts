// Services that wait for each other in a circle.
import { type ServiceUse, serviceUses } from './dependencies.ts';
import type { Compose } from './model.ts';

export interface Cycle {
  /** The last step, which closes the circle. */
  use: ServiceUse;
  /** Names of the services in it, in order; the first is the one that `use` names. */
  names: readonly string[];
}

interface Step {
  name: string;
  uses: readonly ServiceUse[];
  next: number;
}

/** One for each use that leads back to a service on the way to it: a walk in depth, without recursion, each use looked at once. */
export function dependencyCycles(file: Compose): Cycle[] {
  const cycles: Cycle[] = [];
  const done = new Set<string>();
  const position = new Map<string, number>();
  for (const { name: first } of file.services) {
    const path: Step[] = [];
    const enter = (name: string) => {
      const service = file.service(name);
      if (!service || done.has(name)) return;
      done.add(name);
      position.set(name, path.length);
      path.push({ name, uses: serviceUses(service, file.source.text), next: 0 });
    };
    enter(first);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const use = step.uses[step.next++];
      if (!use) {
        position.delete(step.name);
        path.pop();
        continue;
      }
      const back = position.get(use.name);
      if (back === undefined) enter(use.name);
      else cycles.push({ use, names: path.slice(back, back + 8).map(({ name }) => name) });
    }
  }
  return cycles;
}
