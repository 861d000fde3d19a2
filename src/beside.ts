// Files that nobody names and that belong to others by where they lie.
import type { Missing } from './missing.ts';
import { composeFilesAbove, foldersAbove, partnersOf } from './parse/beside.ts';
import type { Compose } from './parse/compose/model.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import { copiesFromContext, ignoreFiles } from './parse/ignore-files.ts';

export interface Beside {
  readonly dockerfiles: readonly Dockerfile[];
  readonly composeFiles: readonly Compose[];
  /** Every path of the repository; `null`: not known, so that all places have to be tried. */
  readonly listing: ReadonlySet<string> | null;
}

/** Those that there are, or may be; the likeliest of each file first. */
export function* filesBeside({ dockerfiles, composeFiles, listing }: Beside): Generator<Missing> {
  const there = listing ? composeIn(listing) : null;
  for (const { path: by } of composeFiles)
    for (const path of partnersOf(by)) if (!listing || listing.has(path)) yield { path, by };
  for (const file of dockerfiles) {
    const by = file.path;
    for (const path of there ? foldersAbove(by).flatMap((folder) => there.get(folder) ?? []) : composeFilesAbove(by))
      yield { path, by };
    if (!listing && copiesFromContext(file)) for (const path of ignoreFiles(by)) yield { path, by };
  }
}

/** Compose files by their folders. */
function composeIn(listing: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of listing) {
    if (!/compose[^/]*\.ya?ml$/i.test(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const paths = found.get(folder);
    if (paths) paths.push(path);
    else found.set(folder, [path]);
  }
  return found;
}
