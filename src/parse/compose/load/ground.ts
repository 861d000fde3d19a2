// Where the repository stands among absolute paths. What is read from elsewhere has paths that begin with `..`: then its folders begin further down.
import { cleanPath } from './file-path.ts';

export interface Ground {
  /** The highest folder that a path of a file may name. */
  readonly root: string;
  /** The folder that paths of files begin at. */
  readonly base: string;
}

/** Stands for a folder whose name nobody knows. */
const ABOVE = '/_';

/** `paths`: of all files that are given, each below the working directory or above it. */
export function groundOf(root: string, paths: readonly string[]): Ground {
  const up = paths.map((path) => (/^(?:\.\.\/)*/.exec(path)?.[0].length ?? 0) / 3);
  return { root, base: root + ABOVE.repeat(Math.max(0, ...up)) };
}

export const absoluteOf = ({ base }: Ground, path: string): string => cleanPath(`${base}/${path}`);

/** `null`: it lies outside. */
export function repositoryPath({ root, base }: Ground, absolute: string): string | null {
  let above = '';
  for (let folder = base; ; folder = folder.slice(0, -ABOVE.length)) {
    if (absolute.startsWith(`${folder}/`)) return above + absolute.slice(folder.length + 1);
    if (folder === root) return null;
    above += '../';
  }
}
