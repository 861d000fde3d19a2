// Compose files → the project that Compose would start: merged, interpolated, in long syntax, with all that keeps it from loading.
// https://github.com/compose-spec/compose-go/blob/main/loader/loader.go
import type { Compose } from '../model.ts';
import { checkValues } from './check.ts';
import { decoded, type ProjectModel, withReplicas } from './decode/project.ts';
import { withDefaults } from './defaults.ts';
import { type Bases, mergeFile } from './document.ts';
import { type Environment, environments } from './env-files.ts';
import { scopeWith, variablesOf } from './environment.ts';
import { folderOf } from './file-path.ts';
import { textFile } from './follow.ts';
import { absoluteOf, groundOf, repositoryPath } from './ground.ts';
import { type Budget, type Files, type Job, newBudget, newJob, type Scope } from './job.ts';
import { withLabels } from './labels.ts';
import { mapFields } from './map-values.ts';
import { normalized, resolved } from './normalize.ts';
import { distinctProblems } from './order.ts';
import { withAbsolutePaths } from './paths.ts';
import type { LoadLimit, LoadProblem } from './problem.ts';
import { checkConsistency } from './problems/consistency.ts';
import { projectName } from './project-name.ts';
import { get, type MapValue, mapOf, withField } from './value.ts';

export interface LoadOptions {
  /** As `--project-name` gives it; else `name:` of the files, else the name of the folder. */
  name?: string;
  /** Absolute folder that stands for the repository in paths of the model. */
  root?: string;
  /** What `~` stands for in paths. */
  home?: string;
  /** Shared by the projects of one review. */
  budget?: Budget;
}

export interface LoadedProject {
  /** The files given, the base first. */
  readonly files: readonly Compose[];
  readonly name: string;
  /** Merged values, in long syntax, with defaults, every one with its place. */
  readonly root: MapValue;
  /** The same as plain JSON, as `docker compose config --format json` gives it. */
  readonly model: ProjectModel;
  /** Variables of each service, those of its env files among them. */
  readonly environments: ReadonlyMap<string, Environment>;
  readonly problems: readonly LoadProblem[];
  readonly limits: readonly LoadLimit[];
  /** Repository paths that would be read and are not here yet. */
  readonly wants: readonly string[];
  /** Repository paths of all files that were read, includes, extended files and env files among them. */
  readonly parts: readonly string[];
  /** How many of them are Compose files. */
  readonly composeParts: number;
  /** Nothing that belongs to the project was left out. */
  readonly complete: boolean;
}

const ROOT = '/repository';

/** Never throws; what can't be merged is left out and told. `files`: the base, then those on top of it. */
export function loadProject(files: readonly Compose[], from: Files, options: LoadOptions = {}): LoadedProject {
  const { root: top = ROOT, home = '~', budget = newBudget() } = options;
  const paths = files.map(({ path }) => path);
  const job = newJob(from, groundOf(top, paths), home, budget);
  const folder = folderOf(absoluteOf(job.ground, paths[0] ?? 'compose.yaml'));
  for (const file of files) job.parts.add(file.path);
  const outside = scopeWith({ folder, variables: new Map(), lookup: () => undefined, chain: [] }, dotEnv(job, folder));
  const name = options.name ?? projectName(files, folder, outside.lookup);
  const scope = scopeWith(outside, new Map([['COMPOSE_PROJECT_NAME', name]]));
  const merged = loadModel(job, files, scope);
  if (merged.fields.size === 0 && job.problems.length === 0) {
    job.tell('read', 'empty', merged.at, 'The file defines nothing.', { hint: 'Add `services:` with at least one service.' });
  }
  const whole = withLabels(job, normalized(merged, name, scope.lookup));
  const model = decoded(whole, name, job.tell);
  checkConsistency(whole, model, job.complete, job.tell);
  const variables = environments(job, whole, scope.lookup);
  return {
    files,
    name,
    root: whole,
    model: withReplicas(model),
    environments: variables,
    problems: distinctProblems(job.problems),
    limits: job.limits,
    wants: [...job.wants],
    parts: [...job.parts],
    composeParts: [...job.parts].filter((path) => from.compose(path)).length,
    complete: job.complete,
  };
}

function loadModel(job: Job, files: readonly Compose[], scope: Scope): MapValue {
  const bases: Bases = new Map();
  let model = mapOf({}, { path: files[0]?.path ?? '', range: { start: 0, end: 0 } });
  for (const file of files) model = mergeFile(job, file, scope, bases, loadModel, model);
  const whole = withDefaults(model);
  checkValues(whole, job.tell);
  const placed = withAbsolutePaths(whole, { folder: scope.folder, home: job.home }, job.tell);
  const services = get(placed, 'services');
  if (services?.kind !== 'map') return placed;
  const filled = mapFields(services, (service) => {
    const environment = get(service, 'environment');
    if (service.kind !== 'map' || environment?.kind !== 'list') return service;
    return withField(service, 'environment', resolved(environment, scope.lookup, true));
  });
  return withField(placed, 'services', filled);
}

function dotEnv(job: Job, folder: string): ReadonlyMap<string, string> {
  const path = repositoryPath(job.ground, `${folder}/.env`);
  if (path === null || job.files.has(path) !== true) return new Map();
  const at = { path, range: { start: 0, end: 0 } };
  const file = textFile(job, at, '.env', `${folder}/.env`, () => {});
  return file ? variablesOf(job, [file], () => undefined) : new Map();
}
