// Problems as they are told: each place once, and what follows from an earlier mistake in the same place left out.
import type { LoadProblem } from './problem.ts';

/**
 * In the order of files and places. A value that a stage refuses is not judged again by later ones; what aliases repeat is told
 * once, and so is a missing file that many services of a file extend.
 */
export function distinctProblems(problems: readonly LoadProblem[]): LoadProblem[] {
  const first = new Map<string, LoadProblem>();
  const told = new Set<string>();
  const kept = problems.filter((problem) => {
    const { at, code, message, stage } = problem;
    const place = `${at.path}\n${at.range.start}-${at.range.end}`;
    const before = first.get(place);
    if (before && before.stage !== stage) return false;
    if (!before) first.set(place, problem);
    const same = `${code === 'missing-file' ? at.path : place}\n${code}\n${message}`;
    if (told.has(same)) return false;
    told.add(same);
    return true;
  });
  return kept.sort((a, b) => (a.at.path < b.at.path ? -1 : a.at.path > b.at.path ? 1 : startOf(a) - startOf(b)));
}

const startOf = ({ at }: LoadProblem): number => (at.via ?? at.range).start;
