// What the files of a review name and nobody has brought yet.
import type { SourceFile } from './model.ts';
import type { LoadedProject } from './parse/compose/load/load.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import { copiesFromContext, ignoreFiles } from './parse/ignore-files.ts';
import type { Listing } from './parse/listing.ts';

export interface Missing {
  path: string;
  /** The file that names it. */
  by: string;
}

export interface Asking {
  /** Files that others call a Dockerfile or a Compose file. */
  names: readonly Missing[];
  dockerfiles: readonly Dockerfile[];
  composeProjects: readonly LoadedProject[];
  sources: ReadonlyMap<string, SourceFile>;
  listing: Listing;
}

export function missingFiles({ names, dockerfiles, composeProjects, sources, listing }: Asking): Missing[] {
  const loading = composeProjects.flatMap(({ wants, parts }) => wants.flatMap((path) => parts.map((by) => ({ path, by }))));
  const ignoring = dockerfiles.flatMap((file) => wantedIgnoreFiles(file, listing));
  return [...names, ...loading, ...ignoring].filter(({ path }) => !sources.has(path) && listing.has(path) !== false);
}

/** Each .dockerignore that a build may read which copies from its context. */
const wantedIgnoreFiles = (file: Dockerfile, { has }: Listing): Missing[] =>
  copiesFromContext(file) ? ignoreFiles(file.path).flatMap((path) => (has(path) ? [{ path, by: file.path }] : [])) : [];
