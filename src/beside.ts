// Files that nobody names and that Docker takes along when they are there: Compose files above a Dockerfile, overrides, .dockerignore.
import type { Missing } from './missing.ts';
import type { Compose } from './parse/compose/model.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import { ignoreFiles } from './parse/ignore-files.ts';

const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
/** Compose lays the one of these over a base that has its name. https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/ */
const OVERRIDES = BASES.map((base) => base.replace('.', '.override.'));
/** Folders between a file and the root that are looked into. */
const DEPTH = 12;

export interface Beside {
  readonly dockerfiles: readonly Dockerfile[];
  readonly composeFiles: readonly Compose[];
  /** Every path of the repository; `null`: not known, so that all places have to be tried. */
  readonly listing: ReadonlySet<string> | null;
}

/** Those that there are, or may be; the likeliest of each file first. */
export function* filesBeside({ dockerfiles, composeFiles, listing }: Beside): Generator<Missing> {
  const there = listing ? composeIn(listing) : null;
  for (const { path: by } of composeFiles) {
    const [folder = ''] = foldersAbove(by);
    if (BASES.includes(by.slice(folder.length)))
      for (const name of OVERRIDES) if (!listing || listing.has(folder + name)) yield { path: folder + name, by };
  }
  for (const file of dockerfiles) {
    const by = file.path;
    for (const folder of foldersAbove(by))
      for (const name of there ? (there.get(folder) ?? []) : BASES) yield { path: folder + name, by };
    if (!listing && file.instructions('COPY', 'ADD').some((copy) => !copy.flag('from')))
      for (const path of ignoreFiles(by)) yield { path, by };
  }
}

/** With a slash at the end: its own, that of the repository, then those between. */
function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  const own = names.length === 0 ? [] : [`${names.join('/')}/`];
  const between = names.slice(1, DEPTH).map((_, index) => `${names.slice(0, names.length - 1 - index).join('/')}/`);
  return [...own, '', ...between];
}

/** Names of Compose files by their folders. */
function composeIn(listing: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of listing) {
    if (!/compose[^/]*\.ya?ml$/i.test(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const names = found.get(folder);
    if (names) names.push(path.slice(folder.length));
    else found.set(folder, [path.slice(folder.length)]);
  }
  return found;
}
