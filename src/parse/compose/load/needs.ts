// What a person must provide before projects start, because the files say so: required variables, and files that are not in the repository.
import type { LoadedProject } from './load.ts';
import { distinctProblems } from './order.ts';
import type { LoadProblem } from './problem.ts';

/**
 * Each once in a file, where it is first needed. Variables that are merely unset are left out: nearly every project keeps them in a
 * `.env` of its own.
 */
export function neededFromOutside(projects: readonly LoadedProject[]): readonly LoadProblem[] {
  const told = new Set<string>();
  const needs = projects.flatMap(({ problems }) => problems.filter(({ cause }) => cause === 'environment'));
  return distinctProblems(needs).filter(({ at, code, message }) => {
    const need = `${at.path}\n${message}`;
    if (told.has(need) || code === 'unset-variable') return false;
    told.add(need);
    return true;
  });
}
