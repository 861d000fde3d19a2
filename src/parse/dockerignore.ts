// .dockerignore: which files of a build context Docker does not send: https://docs.docker.com/build/concepts/context/#dockerignore-files
import type { SourceFile } from '../model.ts';
import { ignoreMatcher } from './ignore-pattern.ts';

export interface Matcher {
  /** Whether the last pattern that matches a path (relative to the context, with `/`), or a folder above it, is no exception. */
  ignores(path: string): boolean;
  /** Some pattern takes others back (`!keep`). */
  readonly hasExceptions: boolean;
  /** Some pattern means everything in the context. */
  readonly ignoresAll: boolean;
}

const ALL = new Set(['*', '**', '**/*']);

interface Pattern {
  readonly text: string;
  readonly exception: boolean;
  readonly matches: (path: string) => boolean;
}

/** Never throws. */
export function parseDockerignore({ text }: Pick<SourceFile, 'text'>): Matcher {
  const patterns = text.split('\n').flatMap(patternOf);
  return {
    ignores: (path) => patterns.findLast(({ matches }) => matches(path))?.exception === false,
    hasExceptions: patterns.some(({ exception }) => exception),
    ignoresAll: patterns.some(({ text: pattern, exception }) => !exception && ALL.has(pattern)),
  };
}

function patternOf(raw: string): Pattern[] {
  const line = raw.trim();
  if (line === '' || raw.startsWith('#')) return [];
  const exception = line.startsWith('!');
  const pattern = cleanPath(exception ? line.slice(1).trim() : line).trim();
  return pattern === '' ? [] : [{ text: pattern, exception, matches: ignoreMatcher(pattern) }];
}

/** As Go's filepath.Clean, and without a slash in front; `.`, the context itself, is no path in it. */
function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part === '..' ? !rooted : part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
