// .dockerignore: which files of a build context Docker does not send: https://docs.docker.com/build/concepts/context/#dockerignore-files
import { ignoreMatcher } from './ignore-pattern.ts';

export interface IgnorePattern {
  /** Without `!` and leading slash, its `.`, `..` and doubled slashes resolved. */
  readonly pattern: string;
  readonly negated: boolean;
  /** From 1. */
  readonly line: number;
}

export interface Dockerignore {
  readonly patterns: readonly IgnorePattern[];
  /** Whether a path (relative to the context, with `/`) is left out: the last pattern that matches it or a folder above decides. */
  ignores(path: string): boolean;
}

/** Never throws; a pattern that is malformed matches nothing (Docker refuses to build with it). */
export function parseDockerignore(text: string): Dockerignore {
  const patterns: IgnorePattern[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (raw.startsWith('#')) continue;
    const line = raw.trim();
    const negated = line.startsWith('!');
    const pattern = cleanPath((negated ? line.slice(1) : line).trim());
    if (pattern !== '') patterns.push({ pattern, negated, line: index + 1 });
  }
  const matchers = patterns.map(({ pattern, negated }) => ({ negated, matches: ignoreMatcher(pattern) }));
  return {
    patterns,
    ignores(path) {
      const clean = cleanPath(path);
      const last = matchers.findLast(({ matches }) => matches(clean));
      return last ? !last.negated : false;
    },
  };
}

/** As Go's filepath.Clean, and without a slash in front; `.` is the context itself. */
function cleanPath(path: string): string {
  if (path === '') return '';
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part === '..' ? !rooted : part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? '.' : parts.join('/');
}
