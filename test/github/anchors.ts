// Where a review comment may stand: lines of one hunk of the pull request's diff.
import type { DiffLine, FileDiff, Hunk } from './diff.ts';
import { unprocessable } from './problem.ts';
import type { Anchor, Fields, Side } from './world.ts';

export interface Anchored {
  anchor: Anchor;
  diffHunk: string;
}

const onSide = (line: DiffLine, side: Side): number | null => (side === 'LEFT' ? line.left : line.right);

/** What GitHub keeps of the hunk: its header and the lines down to the commented one. */
function hunkDownTo(hunk: Hunk, last: DiffLine): string {
  const lines = hunk.lines.slice(0, hunk.lines.indexOf(last) + 1);
  return [hunk.header, ...lines.map((line) => line.kind + line.text)].join('\n');
}

function find(file: FileDiff, line: number, side: Side): { hunk: Hunk; line: DiffLine } | null {
  for (const hunk of file.hunks) {
    const found = hunk.lines.find((candidate) => onSide(candidate, side) === line);
    if (found) return { hunk, line: found };
  }
  return null;
}

function sideOf(value: unknown, fallback: Side): Side {
  if (value === undefined || value === null) return fallback;
  if (value !== 'LEFT' && value !== 'RIGHT' && value !== 'side') throw unprocessable('Side is invalid');
  return value === 'LEFT' ? 'LEFT' : 'RIGHT';
}

function byPosition(file: FileDiff, position: number): Anchored {
  for (const hunk of file.hunks) {
    const line = hunk.lines.find((candidate) => candidate.position === position);
    if (!line) continue;
    const side = line.kind === '-' ? 'LEFT' : 'RIGHT';
    return {
      anchor: { startLine: null, startSide: null, line: onSide(line, side), side, position },
      diffHunk: hunkDownTo(hunk, line),
    };
  }
  throw unprocessable('Position could not be resolved');
}

/**
 * Resolves `line`, `side`, `start_line`, `start_side` or `position` of a comment in the diff of its file.
 * Throws the 422 with which GitHub refuses lines outside the diff, across hunks, or upside down.
 */
export function anchorIn(file: FileDiff | undefined, wish: Fields): Anchored {
  if (!file) throw unprocessable('Path could not be resolved');
  if (typeof wish.position === 'number' && wish.line === undefined) return byPosition(file, wish.position);
  if (typeof wish.line !== 'number') throw unprocessable('Pull request review thread line is missing');
  const side = sideOf(wish.side, 'RIGHT');
  const end = find(file, wish.line, side);
  if (!end) throw unprocessable('Line could not be resolved', 'Pull request review thread line must be part of the diff');
  const anchor: Anchor = { startLine: null, startSide: null, line: wish.line, side, position: end.line.position };
  if (wish.start_line === undefined || wish.start_line === null) {
    if (wish.start_side !== undefined && wish.start_side !== null)
      throw unprocessable('Pull request review thread start line is missing');
    return { anchor, diffHunk: hunkDownTo(end.hunk, end.line) };
  }
  const startSide = sideOf(wish.start_side, side);
  const start = typeof wish.start_line === 'number' ? find(file, wish.start_line, startSide) : null;
  if (!start)
    throw unprocessable('Start line could not be resolved', 'Pull request review thread start line must be part of the diff');
  if (start.hunk !== end.hunk)
    throw unprocessable('Pull request review thread start line must be part of the same hunk as the line.');
  if (start.line.position >= end.line.position)
    throw unprocessable('Pull request review thread start line must precede the end line.');
  return { anchor: { ...anchor, startLine: Number(wish.start_line), startSide }, diffHunk: hunkDownTo(end.hunk, end.line) };
}
