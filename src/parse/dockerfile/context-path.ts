// What paths of the build context mean, and where COPY puts files.
import type { Instruction } from './model.ts';

/** A path without `.`, `..`, doubled slashes and drive: `[]` is the context, or the root, itself. */
export function levels(path: string): string[] {
  const parts: string[] = [];
  for (const part of path.replace(/^[a-zA-Z]:/, '').split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

/** Whether a COPY or ADD takes the whole build context. */
export const copiesContext = (copy: Instruction): boolean =>
  !copy.flag('from') &&
  copy.heredocs.length === 0 &&
  (copy.json ?? copy.words).slice(0, -1).some(({ value }) => !/[$:]/.test(value) && levels(value).length === 0);

/** An absolute path for one that may be relative to a directory; both with `/`. */
export const absolute = (directory: string, path: string): string =>
  `/${levels(path.startsWith('/') ? path : `${directory}/${path}`).join('/')}`;
