// Flags between keyword and arguments (`--from=build`), split as BuildKit splits them.
import { type Joined, rangeAt } from '../joined.ts';
import type { Flag } from './model.ts';
import { isBlank, skipBlank, skipSpace } from './space.ts';

export interface SplitFlags {
  readonly flags: readonly Flag[];
  /** Where the arguments begin in the joined text. */
  readonly rest: number;
}

// BuildKit looks at bytes here: these two end a flag also as a part of another character, and each byte of one becomes a character.
const NEXT_LINE = 0x85;
const NO_BREAK_SPACE = 0xa0;
const none: readonly Flag[] = [];
const isFlag = (text: string, at: number, end: number) =>
  text.charCodeAt(at) === 45 && at + 1 < end && text.charCodeAt(at + 1) === 45;

/** Reads the flags in `[start, end)` of the joined text. A lone `--` ends them and is left out. */
export function splitFlags(joined: Joined, start: number, end: number, escapeChar: number): SplitFlags {
  const { text } = joined;
  let at = skipBlank(text, start, end);
  if (!isFlag(text, at, end)) return { flags: none, rest: skipSpace(text, at, end) };
  const flags: Flag[] = [];
  while (at < end && isFlag(text, at, end)) {
    const word = flagWord(text, at, end, escapeChar);
    at = skipBlank(text, word.next, end);
    if (word.value === '--') break;
    flags.push(toFlag(joined, word));
    if (word.isLast) break;
  }
  return { flags, rest: skipSpace(text, at, end) };
}

interface FlagWord {
  /** Without quotes and escapes. */
  value: string;
  readonly start: number;
  end: number;
  /** Where what follows begins. */
  next: number;
  /** Where the first `=` stands, or -1. */
  equals: number;
  /** It ends inside of a character, whose rest is no flag. */
  isLast: boolean;
}

interface Reading {
  quote: number;
  isEscaped: boolean;
}

function flagWord(text: string, start: number, end: number, escapeChar: number): FlagWord {
  const word: FlagWord = { value: '', start, end, next: end, equals: -1, isLast: false };
  const reading: Reading = { quote: 0, isEscaped: false };
  for (let at = start; at < end; ) {
    const point = text.codePointAt(at) ?? 0;
    const next = at + (point > 0xffff ? 2 : 1);
    const bytes = point < 0x80 ? [point] : utf8(point);
    const length = word.value.length;
    const over = bytes.findIndex((byte) => !takes(word, reading, byte, escapeChar));
    if (over >= 0) return { ...word, end: at, next, isLast: over + 1 < bytes.length };
    if (point === EQUALS && word.equals < 0 && word.value.length > length) word.equals = at;
    at = next;
  }
  return word;
}

const EQUALS = 61;

/** False where the word ends. */
function takes(word: FlagWord, reading: Reading, byte: number, escapeChar: number): boolean {
  const { quote, isEscaped } = reading;
  reading.isEscaped = false;
  if (!isEscaped) {
    if (quote === 0 && (isBlank(byte) || byte === NEXT_LINE || byte === NO_BREAK_SPACE)) return false;
    if (quote === 0 ? byte === 34 || byte === 39 : byte === quote) {
      reading.quote = quote === 0 ? byte : 0;
      return true;
    }
    if (byte === escapeChar) {
      reading.isEscaped = true;
      return true;
    }
  }
  word.value += String.fromCharCode(byte);
  return true;
}

const encoder = new TextEncoder();
const utf8 = (point: number): readonly number[] => [...encoder.encode(String.fromCodePoint(point))];

function toFlag(joined: Joined, word: FlagWord): Flag {
  const { value, start, end, equals } = word;
  const cut = equals < 0 ? -1 : value.indexOf('=');
  return {
    name: value.slice(2, cut < 0 ? undefined : cut),
    nameRange: rangeAt(joined, Math.min(start + 2, end), cut < 0 ? end : equals),
    value: cut < 0 ? null : value.slice(cut + 1),
    valueRange: cut < 0 ? null : rangeAt(joined, equals + 1, end),
    range: rangeAt(joined, start, end),
  };
}
