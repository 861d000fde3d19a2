// Which Compose files form projects, and each project loaded: what is included, extended or laid over another file is no project alone.
import type { Compose } from '../model.ts';
import { namedComposeFiles } from '../named-files.ts';
import { readEnvFile } from './env-file.ts';
import { joinPaths } from './file-path.ts';
import { type Budget, type Files, newBudget } from './job.ts';
import { type LoadedProject, loadProject } from './load.ts';
import type { LoadProblem } from './problem.ts';
import { remembered } from './remember.ts';

/** In the order in which Compose looks for them. */
const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/** One for each file that Compose may be started with, in the files' order. */
export function loadProjects(composeFiles: readonly Compose[], files: Files): readonly LoadedProject[] {
  const budget = newBudget();
  return projectFiles(composeFiles, files).map((parts) => {
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

/** The files of each project: the base first, then those that Compose lays over it. */
export function projectFiles(composeFiles: readonly Compose[], files: Files): (readonly [Compose, ...Compose[]])[] {
  const named = new Set(composeFiles.flatMap(namedComposeFiles));
  const told = new Map<string, readonly string[]>();
  for (const file of composeFiles) {
    const folder = folderOf(file);
    if (!told.has(folder)) told.set(folder, composeFileVariable(folder, files));
  }
  const above = new Set([...told.values()].flatMap((paths) => paths.slice(1)));
  return composeFiles.flatMap((file): (readonly [Compose, ...Compose[]])[] => {
    const folder = folderOf(file);
    const over = [...(told.get(folder) ?? [])];
    if (over[0] === file.path) return [[file, ...read(over.slice(1), files)]];
    const name = file.path.slice(folder.length);
    const isBase = BASES.includes(name);
    if (named.has(file.path) || above.has(file.path) || file.legacy || (file.fragment && !isBase)) return [];
    const first = isBase && BASES.find((base) => files.has(folder + base)) === name;
    const override = first && over.length === 0 ? OVERRIDES.find((one) => files.has(folder + one)) : undefined;
    return [[file, ...read(override ? [folder + override] : [], files)]];
  });
}

const read = (paths: readonly string[], files: Files): Compose[] => paths.flatMap((path) => files.compose(path) ?? []);

const folderOf = ({ path }: Compose): string => path.slice(0, path.lastIndexOf('/') + 1);

/** `COMPOSE_FILE` of the folder's `.env` lists the project's files. https://docs.docker.com/compose/how-tos/environment-variables/envvars/ */
function composeFileVariable(folder: string, files: Files): readonly string[] {
  const text = files.has(`${folder}.env`) === true ? files.text(`${folder}.env`) : undefined;
  if (!text?.text.includes('COMPOSE_FILE')) return [];
  const { variables } = readEnvFile(text, () => undefined);
  const separator = variables.get('COMPOSE_PATH_SEPARATOR')?.value || ':';
  const names = variables.get('COMPOSE_FILE')?.value.split(separator, 20) ?? [];
  return names.filter((name) => name !== '' && !name.startsWith('/')).map((name) => joinPaths(`/${folder}`, name).slice(1));
}
