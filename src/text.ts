// Offsets ↔ line and column ↔ bytes, and applying edits: the only conversions there are.
import type { Edit, Range } from './model.ts';

/** Line and column from 1; columns in UTF-16 code units. */
export interface Place {
  line: number;
  column: number;
}

/** Start offset of every line. Lines end with `\n`; a `\r` before it belongs to the line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** Index (from 0) of the line that holds `offset`, by binary search. */
export function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function placeOf(starts: readonly number[], offset: number): Place {
  const line = lineIndex(starts, offset);
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

/** The last line (from 1) that a range touches: a range that ends right after a newline does not touch the next line. */
export function lastLine(starts: readonly number[], range: Range): number {
  return lineIndex(starts, Math.max(range.start, range.end - 1)) + 1;
}

/** Text of a line (index from 0) without its line end. */
export function lineText(text: string, starts: readonly number[], index: number): string {
  const start = starts[index] ?? text.length;
  const end = starts[index + 1] === undefined ? text.length : (starts[index + 1] ?? 0) - 1;
  return text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
}

export const slice = (text: string, range: Range): string => text.slice(range.start, range.end);

export const contains = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Two edits disturb each other when they share a character, or one inserts where the other inserts or ends: that text may move. */
export function overlap(a: Range, b: Range): boolean {
  if (a.start === a.end) return b.start === b.end ? a.start === b.start : b.start < a.start && a.start <= b.end;
  if (b.start === b.end) return a.start < b.start && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

const byStart = (a: Edit, b: Edit) => a.range.start - b.range.start || a.range.end - b.range.end;

/** Text after the edits, or `null` when they overlap or lie outside of it. */
export function applyEdits(text: string, edits: readonly Edit[]): string | null {
  const sorted = [...edits].sort(byStart);
  let result = '';
  let at = 0;
  for (const { range, text: insert } of sorted) {
    if (range.start < at || range.end < range.start || range.end > text.length) return null;
    result += text.slice(at, range.start) + insert;
    at = range.end;
  }
  return result + text.slice(at);
}

/** Line end that a text uses: that of its first line. */
export function lineEnd(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
