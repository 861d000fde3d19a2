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

/** What is written wrongly in a word, whatever the values. */
export type Fault = 'quote' | 'substitution';

interface Expansion {
  readonly text: string;
  readonly escapeChar: string;
  readonly lookup: Lookup;
  at: number;
  fault: Fault | null;
}

/** Quotes and escapes removed, variables replaced; `null` when it depends on an unknown value or is malformed. */
export function expandWord(text: string, escapeChar: string, lookup: Lookup): string | null {
  return until({ text, escapeChar, lookup, at: 0, fault: null }, '', false, 0);
}

/** Looks at the form of a word only. */
export function expansionFault(text: string, escapeChar: string): Fault | null {
  const state: Expansion = { text, escapeChar, lookup: () => ANYTHING, at: 0, fault: null };
  until(state, '', false, 0);
  return state.fault;
}

const ANYTHING: Variable = { value: '' };

/** Always `null`, so that it can be returned. */
function fail(state: Expansion, fault: Fault): null {
  state.fault ??= fault;
  return null;
}

function until(state: Expansion, stop: string, rawEscapes: boolean, depth: number): string | null {
  const { text, escapeChar } = state;
  let result = '';
  let quoted = false;
  while (state.at < text.length && result.length <= MAX_LENGTH) {
    const char = text.charAt(state.at);
    if (stop !== '' && char === stop && !quoted) {
      state.at++;
      return result;
    }
    if (char === '$') {
      const value = dollar(state, depth);
      if (value === null) return null;
      result += value;
    } else if (char === "'" && !quoted) {
      const close = text.indexOf("'", state.at + 1);
      if (close < 0) return fail(state, 'quote');
      result += text.slice(state.at + 1, close);
      state.at = close + 1;
    } else if (char === '"') {
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
  return stop === '' ? result : fail(state, 'substitution');
}

function escaped(state: Expansion, quoted: boolean, rawEscapes: boolean): string {
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

function readName(state: Expansion): string {
  const match = /(?:\d+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*)/uy;
  match.lastIndex = state.at;
  const name = match.exec(state.text)?.[0] ?? '';
  state.at += name.length;
  return name;
}

function dollar(state: Expansion, depth: number): string | null {
  const { text } = state;
  state.at++;
  if (text.charAt(state.at) !== '{') {
    const name = readName(state);
    return name === '' ? '$' : plainValue(state.lookup(name));
  }
  state.at++;
  if (depth >= MAX_DEPTH) return null;
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
  return SIMPLE.includes(modifier) ? fallback(modifier, word, variable, nullIsUnset) : trimmed(modifier, word, variable);
}

function plainValue(variable: Variable): string | null {
  return variable ? variable.value : '';
}

function fallback(modifier: string, word: string | null, variable: Variable, nullIsUnset: boolean): string | null {
  const unset = variable === undefined || variable.unsetByDefault === true || (nullIsUnset && variable.value === '');
  if (!unset && variable.value === null) return null;
  if (modifier === '-') return unset ? word : variable.value;
  if (modifier === '+') return unset ? '' : word;
  return unset ? null : variable.value;
}

function trimmed(modifier: string, word: string | null, variable: Variable): string | null {
  const value = plainValue(variable);
  if (word === null || value === null) return null;
  const greedy = word.startsWith(modifier);
  const cut = matchPattern(greedy ? word.slice(1) : word, value, modifier === '#' ? 'prefix' : 'suffix', greedy);
  if (cut === undefined) return null;
  return cut === null ? value : value.slice(0, cut.start) + value.slice(cut.end);
}

function replaced(state: Expansion, variable: Variable, depth: number): string | null {
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
    if (found === null || found.end === found.start) return result + rest;
    result += rest.slice(0, found.start) + replacement;
    rest = rest.slice(found.end);
    if (!all) return result + rest;
  }
  return null;
}
