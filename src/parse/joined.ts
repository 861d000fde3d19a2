// Text joined from pieces of a file (continued lines without what joins them), which still knows where each character stands.
import type { Range } from '../model.ts';
import { lineIndex } from '../text.ts';

export interface Joined {
  readonly text: string;
  /** Where each piece begins, counted in the whole joined text. */
  readonly from: readonly number[];
  /** Where each piece begins in the file. */
  readonly to: readonly number[];
  /** Where `text` begins in the whole joined text: more than 0 in a part of it. */
  readonly shift: number;
}

/** Offset in the file of a character of the joined text. */
export function offsetAt(joined: Joined, index: number): number {
  const at = index + joined.shift;
  const piece = lineIndex(joined.from, at);
  return (joined.to[piece] ?? 0) + at - (joined.from[piece] ?? 0);
}

/** Range in the file of `[start, end)` of the joined text. */
export function rangeAt(joined: Joined, start: number, end: number): Range {
  const first = offsetAt(joined, start);
  return { start: first, end: end > start ? offsetAt(joined, end - 1) + 1 : first };
}

/** A part of joined text. */
export function part(joined: Joined, start: number, end: number): Joined {
  return { text: joined.text.slice(start, end), from: joined.from, to: joined.to, shift: joined.shift + start };
}

/** A stretch of a file as it is. */
export function plain(source: string, range: Range): Joined {
  return { text: source.slice(range.start, range.end), from: [0], to: [range.start], shift: 0 };
}
