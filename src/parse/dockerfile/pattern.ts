// Shell patterns (`*`, `?`) inside `${NAME#pattern}`, `${NAME%pattern}` and `${NAME/pattern/…}`, in time linear in value and pattern.
import type { Range } from '../../model.ts';

/** More than this is not worth its time on hostile text: it counts as unknown. */
const MAX_VALUE = 256;
const MAX_PATTERN = 64;

const ANY = 0;
const STAR = 1;
/** A pattern as a list: any one character, any characters, or this character. */
type Token = typeof ANY | typeof STAR | string;

/** Where the pattern matches; `null`: nowhere; `undefined`: not decided (malformed, or beyond the limits). */
export function matchPattern(
  pattern: string,
  value: string,
  where: 'prefix' | 'suffix' | 'anywhere',
  greedy: boolean,
): Range | null | undefined {
  const tokens = tokenize(pattern);
  if (!tokens || tokens.length > MAX_PATTERN || value.length > MAX_VALUE) return undefined;
  if (where === 'suffix') {
    const end = prefixEnd(tokens.reverse(), [...value].reverse().join(''), greedy);
    return end === null ? null : { start: value.length - end, end: value.length };
  }
  const start = where === 'prefix' ? 0 : leftmost(tokens, value);
  const end = start === null ? null : prefixEnd(tokens, value.slice(start), greedy);
  return start === null || end === null ? null : { start, end: start + end };
}

function tokenize(pattern: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === '*') tokens.push(STAR);
    else if (char === '?') tokens.push(ANY);
    else if (char === '\\') {
      const next = pattern.charAt(++at);
      if (next === '' || !'}/*?\\'.includes(next)) return null;
      tokens.push(next);
    } else tokens.push(char);
  }
  return tokens;
}

const accepts = (token: Token | undefined, char: string) => token === ANY || token === STAR || token === char;

/** Steps every state by one character. A state is how many tokens are behind; its number is where its match began. */
function step(tokens: readonly Token[], states: ReadonlyMap<number, number>, char: string): Map<number, number> {
  const next = new Map<number, number>();
  for (const [state, start] of states) {
    const token = tokens[state];
    if (state < tokens.length && accepts(token, char)) enter(tokens, next, token === STAR ? state : state + 1, start);
  }
  return next;
}

/** Adds a state, and those behind it that stars let it reach without a character. */
function enter(tokens: readonly Token[], states: Map<number, number>, state: number, start: number): void {
  for (let at = state; ; at++) {
    const known = states.get(at);
    if (known === undefined || start < known) states.set(at, start);
    if (tokens[at] !== STAR) return;
  }
}

/** The end of the shortest or longest match at the beginning. */
function prefixEnd(tokens: readonly Token[], value: string, greedy: boolean): number | null {
  let states = new Map<number, number>();
  enter(tokens, states, 0, 0);
  let end: number | null = null;
  for (let at = 0; states.size > 0; at++) {
    if (states.has(tokens.length)) end = at;
    if ((end !== null && !greedy) || at === value.length) break;
    states = step(tokens, states, value.charAt(at));
  }
  return end;
}

/** Where the first match begins. */
function leftmost(tokens: readonly Token[], value: string): number | null {
  let states = new Map<number, number>();
  let first: number | null = null;
  for (let at = 0; at <= value.length; at++) {
    if (first === null) enter(tokens, states, 0, at);
    const start = states.get(tokens.length);
    if (start !== undefined && (first === null || start < first)) first = start;
    states = step(tokens, states, value.charAt(at));
  }
  return first;
}
