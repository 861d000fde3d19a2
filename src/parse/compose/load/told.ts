// Which problems of a project are told by the rules that look at one file, so that nothing is said twice.
import type { Compose } from '../model.ts';
import type { LoadedProject } from './load.ts';
import type { LoadProblem } from './problem.ts';

/** Codes that a rule on single files tells wherever the values stand in one file. */
const IN_ONE_FILE: ReadonlySet<string> = new Set(['bad-healthcheck', 'dependency-cycle', 'fixed-name', 'networks-beside-mode']);
/** Codes that those rules leave open where other files may bring what is missing. */
const ACROSS_FILES: ReadonlySet<string> = new Set(['undefined-reference', 'nothing-to-run']);

/** `document`: the file in which the problem stands, when it is a Compose file. */
export function toldOfFile(problem: LoadProblem, project: LoadedProject, document: Compose | undefined): boolean {
  const { at, code, stage } = problem;
  if (!document) return false;
  if (stage === 'schema') {
    return document.schemaProblems().some(({ range }) => range.start === at.range.start || range.start === at.via?.start);
  }
  if (stage === 'read') return code === 'wrong-key' || document.problems.some(({ range }) => range.start === at.range.start);
  const merged = project.composeParts > 1;
  if (ACROSS_FILES.has(code)) return !merged || (project.composeParts === project.files.length && !document.fragment);
  return IN_ONE_FILE.has(code) && !(merged && problem.together);
}
