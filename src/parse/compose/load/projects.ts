// Every project that Compose files form, loaded.
import type { Compose } from '../model.ts';
import { type Budget, type Files, newBudget } from './job.ts';
import { type LoadedProject, loadProject } from './load.ts';
import type { LoadProblem } from './problem.ts';
import { remembered } from './remember.ts';
import { projectFiles } from './roots.ts';

/** One for each file that Compose may be started with, in the files' order. `listed`: paths of files that are loaded together. */
export function loadProjects(
  composeFiles: readonly Compose[],
  files: Files,
  listed: readonly (readonly string[])[] = [],
): readonly LoadedProject[] {
  const budget = newBudget();
  return projectFiles(composeFiles, files, listed).map((parts) => {
    return remembered(parts, files, (asking) => marked(loadProject(parts, asking, { budget }), asking, budget));
  });
}

/** Problems that no file has alone are marked as such. */
function marked(project: LoadedProject, files: Files, budget: Budget): LoadedProject {
  if (project.composeParts < 2) return project;
  const alone = new Map<string, ReadonlySet<string>>();
  const problems = project.problems.map((problem) => {
    const { path } = problem.at;
    const file = problem.stage === 'consistency' ? files.compose(path) : undefined;
    if (!file) return problem;
    const own = alone.get(path) ?? new Set(loadProject([file], files, { budget }).problems.map(identity));
    alone.set(path, own);
    return own.has(identity(problem)) ? problem : { ...problem, together: true };
  });
  return { ...project, problems };
}

const identity = ({ code, at }: LoadProblem): string => `${code} ${at.path} ${at.range.start}`;
