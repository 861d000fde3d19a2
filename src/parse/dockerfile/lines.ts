// Physical lines and the logical lines (instructions) that continuations make of them, as BuildKit joins them.
import type { Range } from '../../model.ts';
import type { Joined } from '../joined.ts';
import type { Comment } from './model.ts';
import { skipSpace, trimSpace } from './space.ts';

/** One pass over the lines of a text. */
export interface Cursor {
  readonly text: string;
  /** Of the current line; `end` is before `\r\n`. */
  start: number;
  end: number;
  /** Its number, from 1. */
  line: number;
  /** Start of the line behind it. */
  next: number;
}

export function lineCursor(text: string): Cursor {
  return { text, start: 0, end: 0, line: 0, next: 0 };
}

/** Goes to the next line; `false` behind the last one. */
export function advance(cursor: Cursor): boolean {
  const { text } = cursor;
  if (cursor.next >= text.length) return false;
  const newline = text.indexOf('\n', cursor.next);
  cursor.start = cursor.next;
  cursor.next = newline < 0 ? text.length : newline + 1;
  let end = newline < 0 ? text.length : newline;
  while (end > cursor.start && text.charCodeAt(end - 1) === 13) end--;
  cursor.end = end;
  cursor.line++;
  return true;
}

/** An instruction's text without its heredocs. */
export interface LogicalLine {
  readonly joined: Joined;
  readonly startLine: number;
  readonly comments: readonly Comment[];
  /** Empty lines inside of it, which Docker warns of. */
  readonly emptyLines: readonly Range[];
}

const NUMBER_SIGN = 35;
const none: readonly never[] = [];

/** The comment of a line whose first character is a `#` at `start`. */
export function commentAt(text: string, start: number, end: number): Comment {
  const inner = skipSpace(text, start + 1, end);
  return { range: { start, end }, text: text.slice(inner, trimSpace(text, inner, end)) };
}

/** Where a line's content ends when it goes on in the next line, or -1: the escape character must be last and not itself be preceded by one. */
function continuation(text: string, start: number, end: number, escapeChar: number): number {
  let last = end - 1;
  while (last >= start && (text.charCodeAt(last) === 32 || text.charCodeAt(last) === 9)) last--;
  if (last < start || text.charCodeAt(last) !== escapeChar) return -1;
  return last > start && text.charCodeAt(last - 1) === escapeChar ? -1 : last;
}

/** Joins the current line, whose content begins at `first`, with those that continue it; the cursor ends on the last of them. */
export function joinLines(cursor: Cursor, first: number, escapeChar: number): LogicalLine {
  const { text } = cursor;
  const startLine = cursor.line;
  let stop = continuation(text, first, cursor.end, escapeChar);
  if (stop < 0) {
    return {
      joined: { text: text.slice(first, cursor.end), from: [0], to: [first], shift: 0 },
      startLine,
      comments: none,
      emptyLines: none,
    };
  }
  const comments: Comment[] = [];
  const emptyLines: Range[] = [];
  const pieces = [text.slice(first, stop)];
  const from = [0];
  const to = [first];
  let length = stop - first;
  while (stop >= 0 && advance(cursor)) {
    const content = skipSpace(text, cursor.start, cursor.end);
    if (content === cursor.end) {
      emptyLines.push({ start: cursor.start, end: cursor.next });
      continue;
    }
    if (text.charCodeAt(content) === NUMBER_SIGN) {
      comments.push(commentAt(text, content, cursor.end));
      continue;
    }
    stop = continuation(text, cursor.start, cursor.end, escapeChar);
    const end = stop < 0 ? cursor.end : stop;
    if (end === cursor.start) continue;
    pieces.push(text.slice(cursor.start, end));
    from.push(length);
    to.push(cursor.start);
    length += end - cursor.start;
  }
  return { joined: { text: pieces.join(''), from, to, shift: 0 }, startLine, comments, emptyLines };
}
