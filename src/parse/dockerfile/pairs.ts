// `NAME=value` pairs of ENV, LABEL and ARG, and the old `ENV NAME value`.
import { type Joined, rangeAt } from '../joined.ts';
import type { Pair } from './model.ts';
import { findBlank, skipBlank } from './space.ts';
import { quotedSpans, type Span, wordAt } from './words.ts';

/** Pairs in `[start, end)` of the joined text. A word without `=` is a pair without value for ARG, and left out for ENV and LABEL. */
export function readPairs(joined: Joined, start: number, end: number, escapeChar: string, keyword: string): Pair[] {
  const spans = quotedSpans(joined.text, start, end, escapeChar.charCodeAt(0));
  const first = spans[0];
  if (!first) return [];
  if (keyword !== 'ARG' && !joined.text.slice(first.start, first.end).includes('=')) {
    const pair = legacyPair(joined, start, end, escapeChar);
    return pair ? [pair] : [];
  }
  return spans.flatMap((span) => assignment(joined, span, escapeChar, keyword === 'ARG') ?? []);
}

function assignment(joined: Joined, span: Span, escapeChar: string, bare: boolean): Pair | null {
  const equals = joined.text.indexOf('=', span.start);
  const range = rangeAt(joined, span.start, span.end);
  if (equals < 0 || equals >= span.end)
    return bare ? { name: wordAt(joined, span, escapeChar), value: null, legacy: false, range } : null;
  return {
    name: wordAt(joined, { start: span.start, end: equals }, escapeChar),
    value: wordAt(joined, { start: equals + 1, end: span.end }, escapeChar),
    legacy: false,
    range,
  };
}

function legacyPair(joined: Joined, start: number, end: number, escapeChar: string): Pair | null {
  const blank = findBlank(joined.text, start, end);
  if (blank === end) return null;
  return {
    name: wordAt(joined, { start, end: blank }, escapeChar),
    value: wordAt(joined, { start: skipBlank(joined.text, blank, end), end }, escapeChar),
    legacy: true,
    range: rangeAt(joined, start, end),
  };
}
