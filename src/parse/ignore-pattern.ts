// Patterns of .dockerignore (`*`, `**`, `?`, `[a-z]`, `\`), matched in time linear in path and pattern.

/** What one place of a pattern takes. `folders` and `inside` together are `**` in front of a name: nothing, or any folders. */
type Token =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'class'; readonly has: (code: number) => boolean }
  | { readonly kind: 'one' | 'star' | 'deep' | 'folders' | 'inside' };

const MAX_TOKENS = 4096;

/** Tells whether a pattern matches a path or one of the folders above it. A class that does not close is a plain bracket. */
export function ignoreMatcher(pattern: string): (path: string) => boolean {
  const tokens = tokenize(pattern);
  if (tokens.length > MAX_TOKENS) return () => false;
  return (path) => run(tokens, path);
}

function run(tokens: readonly Token[], path: string): boolean {
  let states = new Set<number>();
  enter(tokens, states, 0);
  for (const char of path) {
    if (char === '/' && states.has(tokens.length)) return true;
    const next = new Set<number>();
    for (const state of states) step(tokens, next, state, char);
    if (next.size === 0) return false;
    states = next;
  }
  return states.has(tokens.length);
}

/** Adds a state and those that it reaches without a character. */
function enter(tokens: readonly Token[], states: Set<number>, state: number): void {
  if (states.has(state)) return;
  states.add(state);
  const kind = tokens[state]?.kind;
  if (kind === 'star' || kind === 'deep') enter(tokens, states, state + 1);
  else if (kind === 'folders') {
    states.add(state + 1);
    enter(tokens, states, state + 2);
  }
}

function step(tokens: readonly Token[], next: Set<number>, state: number, char: string): void {
  const token = tokens[state];
  if (!token) return;
  const slash = char === '/';
  switch (token.kind) {
    case 'char':
      if (token.char === char) enter(tokens, next, state + 1);
      return;
    case 'class':
      if (token.has(char.codePointAt(0) ?? 0)) enter(tokens, next, state + 1);
      return;
    case 'one':
      if (!slash) enter(tokens, next, state + 1);
      return;
    case 'star':
      if (!slash) enter(tokens, next, state);
      return;
    case 'deep':
      enter(tokens, next, state);
      return;
    case 'inside':
      next.add(state);
      if (slash) enter(tokens, next, state + 1);
      return;
    default:
  }
}

function tokenize(pattern: string): Token[] {
  const chars = [...pattern];
  const tokens: Token[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    if (char === '*' && chars[at + 1] === '*') {
      const rest = at + (chars[at + 2] === '/' ? 3 : 2);
      const anywhere = at === 0 && rest === 2 && !/[*?[\]\\]/.test(pattern.slice(2));
      if (rest >= chars.length || anywhere) tokens.push({ kind: 'deep' });
      else tokens.push({ kind: 'folders' }, { kind: 'inside' });
      at = rest - 1;
    } else if (char === '*') tokens.push({ kind: 'star' });
    else if (char === '?') tokens.push({ kind: 'one' });
    else if (char === '[') {
      const end = classEnd(chars, at);
      if (end < 0) tokens.push({ kind: 'char', char });
      else {
        tokens.push({ kind: 'class', has: characterClass(chars.slice(at + 1, end)) });
        at = end;
      }
    } else if (char === '\\' && at + 1 < chars.length) tokens.push({ kind: 'char', char: chars[++at] ?? '' });
    else tokens.push({ kind: 'char', char });
  }
  return tokens;
}

/** Index of the `]` that ends a class, or -1. */
function classEnd(chars: readonly string[], start: number): number {
  for (let at = start + 1; at < chars.length; at++) {
    if (chars[at] === '\\') at++;
    else if (chars[at] === ']' && at > start + 1) return at;
  }
  return -1;
}

/** `a-z`, `^a-z`, `\]`. */
function characterClass(inner: readonly string[]): (code: number) => boolean {
  const negated = inner[0] === '^';
  const codes = inner.slice(negated ? 1 : 0).filter((char, index, all) => char !== '\\' || all[index - 1] === '\\');
  const ranges: [number, number][] = [];
  for (let at = 0; at < codes.length; at++) {
    const low = codes[at]?.codePointAt(0) ?? 0;
    const range = codes[at + 1] === '-' && at + 2 < codes.length;
    ranges.push([low, range ? (codes[at + 2]?.codePointAt(0) ?? 0) : low]);
    if (range) at += 2;
  }
  return (code) => ranges.some(([low, high]) => low <= code && code <= high) !== negated;
}
