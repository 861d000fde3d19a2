// Replaces `$NAME` and `${NAME…}` as BuildKit does, as far as the values are known.
import { matchPattern } from './pattern.ts';

/**
 * What is known of a variable. `undefined`: it is not set. `value: null`: it may be anything;
 * with `unsetByDefault`, it is declared without a value, so that a fallback (`${NAME:-x}`) applies unless somebody passes one.
 */
export type Variable = { readonly value: string | null; readonly unsetByDefault?: boolean } | undefined;
export type Lookup = (name: string) => Variable;

const SIMPLE = '-+?';
const MODIFIERS = '-+?#%';
const MAX_DEPTH = 32;
/** Values can double with each ENV; longer ones are not known. */
const MAX_LENGTH = 32_768;
const MAX_REPLACEMENTS = 16;

/** What stops the build: a quote or a substitution is written wrongly, whatever the values; or `${NAME:?}` asks for a value that is not set. */
export type Fault = 'quote' | 'substitution' | 'required';

export interface Expansion {
  /** Quotes and escapes removed, variables replaced; `null` when it depends on an unknown value, or with a fault. */
  readonly value: string | null;
  readonly fault: Fault | null;
  /** Where in the text the substitution or quote with the fault begins. */
  readonly faultAt: number;
}

/** What to expand: in the body of a heredoc, quotes are text like any other. */
export interface Expandable {
  readonly text: string;
  readonly escapeChar: string;
  readonly quotes: boolean;
}

interface State extends Expandable {
  readonly lookup: Lookup;
  at: number;
  /** Where the outermost substitution begins. */
  begin: number;
  fault: Fault | null;
  /** It is nested deeper than anybody follows. */
  tooDeep: boolean;
}

export function expansion(expandable: Expandable, lookup: Lookup): Expansion {
  const { text, escapeChar, quotes } = expandable;
  const state: State = { text, escapeChar, quotes, lookup, at: 0, begin: 0, fault: null, tooDeep: false };
  return { value: until(state, '', false, 0), fault: state.fault, faultAt: state.begin };
}

/** Looks at the form only: every variable has a value. */
export function formOf(expandable: Expandable): Expansion {
  return expansion(expandable, () => ANYTHING);
}

const ANYTHING: Variable = { value: 'x' };

/** Always `null`, so that it can be returned. */
function fail(state: State, fault: Fault): null {
  state.fault ??= fault;
  return null;
}

function until(state: State, stop: string, rawEscapes: boolean, depth: number): string | null {
  const { text, escapeChar, quotes } = state;
  let result = '';
  let quoted = false;
  let isKnown = true;
  while (state.at < text.length && result.length <= MAX_LENGTH) {
    const char = text.charAt(state.at);
    if (stop !== '' && char === stop && !quoted) {
      state.at++;
      return isKnown ? result : null;
    }
    if (depth === 0) state.begin = state.at;
    if (char === '$') {
      const value = dollar(state, depth);
      // What follows an unknown value belongs to the same text.
      if (value !== null) result += value;
      else if (state.fault || state.tooDeep) return null;
      else isKnown = false;
    } else if (quotes && char === "'" && !quoted) {
      const close = text.indexOf("'", state.at + 1);
      if (close < 0) return fail(state, 'quote');
      result += text.slice(state.at + 1, close);
      state.at = close + 1;
    } else if (quotes && char === '"') {
      quoted = !quoted;
      state.at++;
    } else if (char === escapeChar) result += escaped(state, quoted, rawEscapes);
    else {
      result += char;
      state.at++;
    }
  }
  if (state.at < text.length) return null;
  if (quoted) return fail(state, 'quote');
  if (stop !== '') return fail(state, 'substitution');
  return isKnown ? result : null;
}

function escaped(state: State, quoted: boolean, rawEscapes: boolean): string {
  const { text, escapeChar } = state;
  const next = text.charAt(state.at + 1);
  const kept = rawEscapes ? escapeChar : '';
  if (quoted && next !== '"' && next !== '$' && next !== escapeChar) {
    state.at++;
    return next === '' ? kept : kept + escapeChar;
  }
  state.at += 2;
  return kept + next;
}

function readName(state: State): string {
  const match = /(?:\d+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*)/uy;
  match.lastIndex = state.at;
  const name = match.exec(state.text)?.[0] ?? '';
  state.at += name.length;
  return name;
}

function dollar(state: State, depth: number): string | null {
  const { text } = state;
  state.at++;
  if (text.charAt(state.at) !== '{') {
    const name = readName(state);
    return name === '' ? '$' : plainValue(state.lookup(name));
  }
  state.at++;
  if (depth >= MAX_DEPTH) {
    state.tooDeep = true;
    return null;
  }
  const name = readName(state);
  if (name === '' && '{}:'.includes(text.charAt(state.at))) return fail(state, 'substitution');
  const variable = state.lookup(name);
  const nullIsUnset = text.charAt(state.at) === ':';
  if (nullIsUnset) state.at++;
  const modifier = text.charAt(state.at++);
  if (modifier === '}' && !nullIsUnset) return plainValue(variable);
  if (modifier === '/' && !nullIsUnset) return replaced(state, variable, depth);
  if (!(nullIsUnset ? SIMPLE : MODIFIERS).includes(modifier) || modifier === '') return fail(state, 'substitution');
  const word = until(state, '}', modifier === '#' || modifier === '%', depth + 1);
  if (modifier === '?') return required(state, variable, nullIsUnset);
  return SIMPLE.includes(modifier) ? fallback(modifier, word, variable, nullIsUnset) : trimmed(modifier, word, variable);
}

function plainValue(variable: Variable): string | null {
  return variable ? variable.value : '';
}

function fallback(modifier: string, word: string | null, variable: Variable, nullIsUnset: boolean): string | null {
  const unset = variable === undefined || variable.unsetByDefault === true || (nullIsUnset && variable.value === '');
  if (!unset && variable.value === null) return null;
  if (modifier === '-') return unset ? word : variable.value;
  return unset ? '' : word;
}

function required(state: State, variable: Variable, nullIsUnset: boolean): string | null {
  if (variable && (variable.value !== '' || !nullIsUnset)) return variable.value;
  return fail(state, 'required');
}

function trimmed(modifier: string, word: string | null, variable: Variable): string | null {
  const value = plainValue(variable);
  if (word === null || value === null) return null;
  const greedy = word.startsWith(modifier);
  const cut = matchPattern(greedy ? word.slice(1) : word, value, modifier === '#' ? 'prefix' : 'suffix', greedy);
  if (cut === undefined) return null;
  return cut === null ? value : value.slice(0, cut.start) + value.slice(cut.end);
}

function replaced(state: State, variable: Variable, depth: number): string | null {
  const all = state.text.charAt(state.at) === '/';
  if (all) state.at++;
  const pattern = until(state, '/', true, depth + 1);
  const replacement = pattern === null ? null : until(state, '}', true, depth + 1);
  let rest = plainValue(variable);
  if (pattern === null || replacement === null || rest === null) return null;
  let result = '';
  for (let count = 0; count < MAX_REPLACEMENTS; count++) {
    const found = matchPattern(pattern, rest, 'anywhere', true);
    if (found === undefined) return null;
    if (found === null) return result + rest;
    if (found.end === found.start) return rest === '' && result === '' ? replacement : result + rest;
    result += rest.slice(0, found.start) + replacement;
    rest = rest.slice(found.end);
    if (!all) return result + rest;
  }
  return null;
}
