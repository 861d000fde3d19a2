// Patterns of a `.dockerignore`, matched as BuildKit matches them, in time linear in pattern and path.
// https://docs.docker.com/build/concepts/context/#dockerignore-files
import type { SourceFile } from '../model.ts';

export interface Matcher {
  /** Whether the last pattern that matches a path, or a folder above it, is no exception. */
  ignores(path: string): boolean;
}

type Token =
  | { kind: 'star' | 'any' | 'folders' | 'one' }
  | { kind: 'in'; negated: boolean; spans: readonly (readonly [string, string])[] }
  | { kind: 'text'; text: string };

interface Pattern {
  exception: boolean;
  tokens: readonly Token[];
}

const MAX_PATTERN = 4096;

export function parseDockerignore({ text }: Pick<SourceFile, 'text'>): Matcher {
  const patterns = text.split('\n').flatMap(patternOf);
  return {
    ignores(path) {
      const parents = parentsOf(path);
      let ignored = false;
      for (const { exception, tokens } of patterns) {
        if (exception !== ignored) continue;
        if (parents.some((one) => matches(tokens, one))) ignored = !exception;
      }
      return ignored;
    },
  };
}

function patternOf(raw: string): Pattern[] {
  const line = raw.trim();
  if (line === '' || raw.startsWith('#') || line.length > MAX_PATTERN) return [];
  const exception = line.startsWith('!');
  const cleaned = clean(exception ? line.slice(1).trim() : line);
  return cleaned === '' ? [] : [{ exception, tokens: tokensOf(cleaned) }];
}

/** As Go's filepath.Clean, without a slash in front. */
function clean(pattern: string): string {
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** `a/b/c` → `a`, `a/b`, `a/b/c`. */
function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) parents.push(path.slice(0, at));
  return [...parents, path];
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? '';
    if (char === '*' && pattern[i + 1] === '*') {
      while (pattern[i + 1] === '*') i++;
      const folders = pattern[i + 1] === '/';
      if (folders) i++;
      tokens.push({ kind: folders ? 'folders' : 'any' });
    } else if (char === '*') tokens.push({ kind: 'star' });
    else if (char === '?') tokens.push({ kind: 'one' });
    else if (char === '[') {
      const end = pattern.indexOf(']', i + 2);
      if (end < 0) tokens.push({ kind: 'text', text: char });
      else {
        tokens.push(classOf(pattern.slice(i + 1, end)));
        i = end;
      }
    } else if (char === '\\' && i + 1 < pattern.length) tokens.push({ kind: 'text', text: pattern[++i] ?? '' });
    else tokens.push({ kind: 'text', text: char });
  }
  return tokens;
}

function classOf(body: string): Token {
  const negated = body.startsWith('^');
  const chars = negated ? body.slice(1) : body;
  const spans: (readonly [string, string])[] = [];
  for (let i = 0; i < chars.length; i++) {
    const from = chars[i] ?? '';
    const ranged = chars[i + 1] === '-' && i + 2 < chars.length;
    spans.push([from, ranged ? (chars[i + 2] ?? from) : from]);
    if (ranged) i += 2;
  }
  return { kind: 'in', negated, spans };
}

/** All positions of the pattern at once, character by character: no backtracking. */
function matches(tokens: readonly Token[], path: string): boolean {
  let states = closure(tokens, new Set([0]), true);
  for (let i = 0; i < path.length && states.size > 0; i++) {
    const char = path[i] ?? '';
    const next = new Set<number>();
    for (const state of states) {
      const token = tokens[state];
      if (!token) continue;
      if (token.kind === 'any' || token.kind === 'folders' || (token.kind === 'star' && char !== '/')) next.add(state);
      else if (accepts(token, char)) next.add(state + 1);
    }
    states = closure(tokens, next, char === '/');
  }
  return states.has(tokens.length);
}

/** What may match nothing is stepped over; folders only where a folder begins. */
function closure(tokens: readonly Token[], states: Set<number>, atFolder: boolean): Set<number> {
  for (const state of states) {
    const kind = tokens[state]?.kind;
    if (kind === 'star' || kind === 'any' || (kind === 'folders' && atFolder)) states.add(state + 1);
  }
  return states;
}

function accepts(token: Token, char: string): boolean {
  if (token.kind === 'text') return token.text === char;
  if (char === '/') return false;
  if (token.kind === 'in') return token.spans.some(([from, to]) => from <= char && char <= to) !== token.negated;
  return token.kind === 'one';
}
