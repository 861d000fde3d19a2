// Puts values in the place of variables: `$NAME`, `${NAME}`, defaults, alternatives and required ones, nested; `$$` is a dollar sign.
// https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
import { NESTING, SUBSTITUTED } from './limits.ts';

/** `undefined`: nothing sets it. */
export type Lookup = (name: string) => string | undefined;

export interface Substitution {
  text: string;
  /** Variables without a value or a default, read as nothing. */
  unset: string[];
  /** The first that must have a value and has none, with the reason that the file gives. */
  required?: { name: string; reason: string };
  /** A `${` after which no variable follows, or that is not closed in its line. */
  invalid?: string;
}

/** How many characters values of variables may still bring. */
export interface Room {
  characters: number;
}

export const newRoom = (): Room => ({ characters: SUBSTITUTED });

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const OPERATOR = /:?[-+?]/y;

/** Where `room` is used up, values are read as nothing. */
export function substitute(text: string, lookup: Lookup, room: Room): Substitution {
  const result: Substitution = { text: '', unset: [] };
  result.text = text.includes('$') ? expand(text, within(lookup, room), result, 0) : text;
  return result;
}

function within(lookup: Lookup, room: Room): Lookup {
  return (name) => {
    const value = lookup(name);
    if (value === undefined) return undefined;
    room.characters -= value.length;
    return room.characters < 0 ? '' : value;
  };
}

function expand(text: string, lookup: Lookup, result: Substitution, nesting: number): string {
  let expanded = '';
  let at = 0;
  for (;;) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return expanded + text.slice(at);
    expanded += text.slice(at, dollar);
    const next = text.charAt(dollar + 1);
    const name = nameAt(text, dollar + 1);
    if (next === '$') {
      expanded += '$';
      at = dollar + 2;
    } else if (name) {
      expanded += plainVariable(name, lookup, result);
      at = dollar + 1 + name.length;
    } else if (next === '{') {
      const end = endOfBraces(text, dollar);
      if (end < 0 || nesting >= NESTING) {
        result.invalid ??= text;
        return expanded;
      }
      expanded += braced(text.slice(dollar + 2, end), lookup, result, nesting);
      at = end + 1;
    } else {
      expanded += '$';
      at = dollar + 1;
    }
  }
}

function braced(inside: string, lookup: Lookup, result: Substitution, nesting: number): string {
  const name = nameAt(inside, 0);
  const operator = inside.slice(name.length).match(/^:?[-+?]/)?.[0] ?? '';
  const rest = inside.slice(name.length + operator.length);
  const value = lookup(name);
  const filled = value !== undefined && (value !== '' || !operator.startsWith(':'));
  switch (operator.at(-1)) {
    case '-':
      return filled ? value : expand(rest, lookup, result, nesting + 1);
    case '+':
      return filled ? expand(rest, lookup, result, nesting + 1) : (value ?? '');
    case '?':
      if (filled) return value;
      result.required ??= { name, reason: expand(rest, lookup, { text: '', unset: [] }, nesting + 1) };
      return '';
    default:
      return plainVariable(name, lookup, result);
  }
}

function plainVariable(name: string, lookup: Lookup, result: Substitution): string {
  const value = lookup(name);
  if (value === undefined) result.unset.push(name);
  return value ?? '';
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? '';
}

/**
 * Offset of the `}` that belongs to the `${` at `start`: the balancing one, else the last of the line. The character after each `{` is
 * not looked at, as Compose does it. -1: there is none, or no variable.
 */
function endOfBraces(text: string, start: number): number {
  const name = nameAt(text, start + 2);
  if (!name) return -1;
  const after = start + 2 + name.length;
  if (text[after] === '}') return after;
  OPERATOR.lastIndex = after;
  if (!OPERATOR.test(text)) return -1;
  let open = 0;
  let last = -1;
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '{') {
      open++;
      // A `}` there still ends the line's last expression.
      if (text[++at] === '\n') break;
      if (text[at] === '}') last = at;
    } else if (text[at] === '}') {
      last = at;
      if (--open === 0) return at;
    }
  }
  return last;
}
