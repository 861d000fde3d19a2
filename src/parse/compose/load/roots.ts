// Which Compose files form projects: what is included, extended or laid over another file is no project alone.
import type { Compose } from '../model.ts';
import { namedComposeFiles } from '../named-files.ts';
import { readEnvFile } from './env-file.ts';
import { joinPaths } from './file-path.ts';
import type { Files } from './job.ts';

/** The base first, then what Compose lays over it. */
export type ProjectFiles = readonly [Compose, ...Compose[]];

/** In the order in which Compose looks for them. */
const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/**
 * One for each file that Compose may be started with, in the files' order, and one for each list of paths that are loaded together: what is listed
 * is not loaded otherwise. Lists of which a file is missing are left out.
 */
export function projectFiles(
  composeFiles: readonly Compose[],
  files: Files,
  listed: readonly (readonly string[])[] = [],
): ProjectFiles[] {
  const together = listed.flatMap((paths): ProjectFiles[] => {
    const [base, ...over] = paths.flatMap((path) => files.compose(path) ?? []);
    return base && over.length === paths.length - 1 ? [[base, ...over]] : [];
  });
  const taken = new Set(together.flat());
  const others = found(taken.size > 0 ? composeFiles.filter((file) => !taken.has(file)) : composeFiles, composeFiles, files);
  return [...together, ...others];
}

/** What Compose finds by itself. */
function found(candidates: readonly Compose[], composeFiles: readonly Compose[], files: Files): ProjectFiles[] {
  const named = new Set(composeFiles.flatMap(namedComposeFiles));
  const told = new Map<string, readonly string[]>();
  for (const file of composeFiles) {
    const folder = folderOf(file);
    if (!told.has(folder)) told.set(folder, composeFileVariable(folder, files));
  }
  const above = new Set([...told.values()].flatMap((paths) => paths.slice(1)));
  const startable = candidates.filter((file) => {
    const isBase = BASES.includes(file.path.slice(folderOf(file).length));
    return told.get(folderOf(file))?.[0] === file.path || (!above.has(file.path) && !file.legacy && (!file.fragment || isBase));
  });
  const roots = new Set(startable.filter(({ path }) => !named.has(path) || told.get(folderOf({ path }))?.[0] === path));
  const reached = reachable([...roots], files);
  for (const file of startable) {
    // Files that name each other in a circle are named by nobody else.
    if (reached.has(file.path)) continue;
    roots.add(file);
    for (const path of reachable([file], files)) reached.add(path);
  }
  return composeFiles.filter((file) => roots.has(file)).map((file) => [file, ...laidOver(file, told, files)]);
}

function laidOver(file: Compose, told: ReadonlyMap<string, readonly string[]>, files: Files): Compose[] {
  const folder = folderOf(file);
  const listed = told.get(folder) ?? [];
  const first = BASES.find((base) => files.has(folder + base));
  const override = listed.length === 0 && folder + first === file.path && OVERRIDES.find((one) => files.has(folder + one));
  const over = listed[0] === file.path ? listed.slice(1) : override ? [folder + override] : [];
  return over.flatMap((path) => files.compose(path) ?? []);
}

/** Paths of these files and of all that they include or extend. */
function reachable(from: readonly Compose[], files: Files): Set<string> {
  const reached = new Set(from.map(({ path }) => path));
  const waiting = [...from];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    for (const path of namedComposeFiles(file)) {
      const next = reached.has(path) ? undefined : files.compose(path);
      reached.add(path);
      if (next) waiting.push(next);
    }
  }
  return reached;
}

const folderOf = ({ path }: Pick<Compose, 'path'>): string => path.slice(0, path.lastIndexOf('/') + 1);

/** `COMPOSE_FILE` of the folder's `.env` lists the project's files. https://docs.docker.com/compose/how-tos/environment-variables/envvars/ */
function composeFileVariable(folder: string, files: Files): readonly string[] {
  const text = files.has(`${folder}.env`) === true ? files.text(`${folder}.env`) : undefined;
  if (!text?.text.includes('COMPOSE_FILE')) return [];
  const { variables } = readEnvFile(text, () => undefined);
  const separator = variables.get('COMPOSE_PATH_SEPARATOR')?.value || ':';
  const names = variables.get('COMPOSE_FILE')?.value.split(separator, 20) ?? [];
  return names.filter((name) => name !== '' && !name.startsWith('/')).map((name) => joinPaths(`/${folder}`, name).slice(1));
}
