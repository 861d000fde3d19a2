// Flags between keyword and arguments (`--from=build`), split as BuildKit splits them.
import { type Joined, rangeAt } from '../joined.ts';
import type { Flag } from './model.ts';
import { isBlank, skipSpace } from './space.ts';

export interface SplitFlags {
  readonly flags: readonly Flag[];
  /** Where the arguments begin in the joined text. */
  readonly rest: number;
}

// BuildKit looks at bytes here, so that other white space than these does not end a flag.
const NEXT_LINE = 0x85;
const NO_BREAK_SPACE = 0xa0;
const none: readonly Flag[] = [];
const isFlag = (text: string, at: number, end: number) =>
  text.charCodeAt(at) === 45 && at + 1 < end && text.charCodeAt(at + 1) === 45;

/** Reads the flags in `[start, end)` of the joined text. A lone `--` ends them and is left out. */
export function splitFlags(joined: Joined, start: number, end: number, escapeChar: number): SplitFlags {
  const { text } = joined;
  let at = skipSpace(text, start, end);
  if (!isFlag(text, at, end)) return { flags: none, rest: at };
  const flags: Flag[] = [];
  while (at < end && isFlag(text, at, end)) {
    const word = flagWord(text, at, end, escapeChar);
    if (word.value === '--') return { flags, rest: skipSpace(text, word.end, end) };
    flags.push(toFlag(joined, at, word));
    at = skipSpace(text, word.end, end);
  }
  return { flags, rest: at };
}

interface FlagWord {
  /** Without quotes and escapes. */
  readonly value: string;
  readonly end: number;
  /** Where the first `=` stands, or -1. */
  readonly equals: number;
}

function flagWord(text: string, start: number, end: number, escapeChar: number): FlagWord {
  let value = '';
  let quote = 0;
  let equals = -1;
  let at = start;
  for (; at < end; at++) {
    let code = text.charCodeAt(at);
    if (quote === 0 && (isBlank(code) || code === NEXT_LINE || code === NO_BREAK_SPACE)) break;
    if (quote === 0 && (code === 34 || code === 39)) {
      quote = code;
      continue;
    }
    if (code === quote) {
      quote = 0;
      continue;
    }
    if (code === escapeChar) {
      if (at + 1 === end) {
        quote = 0;
        continue;
      }
      code = text.charCodeAt(++at);
    }
    if (code === 61 && equals < 0) equals = at;
    value += String.fromCharCode(code);
  }
  return { value, end: at, equals };
}

function toFlag(joined: Joined, start: number, word: FlagWord): Flag {
  const cut = word.equals < 0 ? -1 : word.value.indexOf('=');
  return {
    name: word.value.slice(2, cut < 0 ? undefined : cut),
    nameRange: rangeAt(joined, Math.min(start + 2, word.end), cut < 0 ? word.end : word.equals),
    value: cut < 0 ? null : word.value.slice(cut + 1),
    valueRange: cut < 0 ? null : rangeAt(joined, word.equals + 1, word.end),
    range: rangeAt(joined, start, word.end),
  };
}
