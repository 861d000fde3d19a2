// Splits arguments into words: at blanks only, or respecting quotes and escapes, each as BuildKit does for the instructions that need it.
import { type Joined, rangeAt } from '../joined.ts';
import type { Word } from './model.ts';
import { findBlank, isSpace, skipBlank } from './space.ts';
import { unquote } from './unquote.ts';

/** A stretch of the joined text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function wordAt(joined: Joined, span: Span, escapeChar: string): Word {
  const text = joined.text.slice(span.start, span.end);
  return { range: rangeAt(joined, span.start, span.end), text, value: unquote(text, escapeChar) };
}

/** Splits at blanks, whatever is quoted: FROM, COPY, ADD, EXPOSE, VOLUME. */
export function blankSpans(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let at = skipBlank(text, start, end);
  while (at < end) {
    const stop = findBlank(text, at, end);
    spans.push({ start: at, end: stop });
    at = skipBlank(text, stop, end);
  }
  return spans;
}

/** Splits at white space outside of quotes: ENV, LABEL, ARG, and for reading the others. */
export function quotedSpans(text: string, start: number, end: number, escapeChar: number): Span[] {
  const spans: Span[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const stop = endOfWord(text, at, end, escapeChar);
    if (!(stop === at + 1 && text.charCodeAt(at) === escapeChar)) spans.push({ start: at, end: stop });
    at = stop;
  }
  return spans;
}

function endOfWord(text: string, start: number, end: number, escapeChar: number): number {
  let quote = 0;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (quote === 0) {
      if (isSpace(code)) return at;
      if (code === 34 || code === 39) quote = code;
      else if (code === escapeChar) at++;
    } else if (code === quote) quote = 0;
    else if (code === escapeChar && quote !== 39) at++;
  }
  return Math.min(at, end);
}
