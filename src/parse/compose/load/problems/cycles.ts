// Services that wait for each other in a circle, found without recursion and each dependency looked at once.

import { code } from '../../schema-words.ts';
import type { Tell } from '../problem.ts';
import { deepest, fields, type Project } from './context.ts';

interface Step {
  name: string;
  uses: readonly string[];
  next: number;
}

export function dependencyCycles(project: Project, tell: Tell): void {
  const services = fields(project.model.services);
  const done = new Set<string>();
  const position = new Map<string, number>();
  for (const first of Object.keys(services)) {
    const path: Step[] = [];
    const enter = (name: string) => {
      if (done.has(name) || !Object.hasOwn(services, name)) return;
      done.add(name);
      position.set(name, path.length);
      path.push({ name, uses: Object.keys(fields(fields(services[name]).depends_on)), next: 0 });
    };
    enter(first);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const used = step.uses[step.next++];
      if (used === undefined) {
        position.delete(step.name);
        path.pop();
        continue;
      }
      const back = position.get(used);
      if (back === undefined) enter(used);
      else {
        const names = [...path.slice(back, back + 8).map(({ name }) => code(name)), code(used)];
        const { key } = deepest(project.root, ['services', step.name, 'depends_on', used]);
        tell('consistency', 'dependency-cycle', key, `The services wait for each other in a circle: ${names.join(' → ')}.`, {
          hint: 'Remove one of the dependencies.',
        });
      }
    }
  }
}
