// What is known of which files and folders exist: all of the repository, all of some folders, or nothing but what was looked for.
import { foldersOf } from './folders.ts';

export interface Known {
  /** Every path, as far as it is known; `null` when it is not. */
  readonly tree: readonly string[] | null;
  /** Folders of which the tree has all; absent: it has all. */
  readonly listed?: readonly string[] | undefined;
  /** Paths that do not exist, whatever else is known. */
  readonly absent?: readonly string[] | undefined;
}

export interface Listing {
  /** `null`: not known. */
  readonly paths: ReadonlySet<string> | null;
  /** `undefined`: nobody knows. */
  has(path: string): boolean | undefined;
  /** Whether any file lies in a folder (`''` is the repository) or below; `undefined` as above. */
  holds(folder: string): boolean | undefined;
}

/** `.` is the working directory, which a folder above it holds, too. */
function covers(folder: string, path: string): boolean {
  if (folder === '.') return !path.startsWith('../');
  return /^\.\.(?:\/\.\.)*$/.test(folder) ? !path.startsWith(`${folder}/..`) : path.startsWith(`${folder}/`);
}

export function listingOf({ tree, listed, absent = [] }: Known): Listing {
  const paths = tree && new Set(tree);
  const gone = new Set(absent);
  const isListed = (path: string) => paths !== null && (listed?.some((folder) => covers(folder, path)) ?? true);
  let folders: ReadonlySet<string> | undefined;
  return {
    paths,
    has: (path) => (gone.has(path) ? false : paths?.has(path) || (isListed(path) ? false : undefined)),
    holds: (folder) => {
      if (!paths || !isListed(`${folder}/`)) return undefined;
      folders ??= foldersOf(paths);
      return folders.has(folder);
    },
  };
}
