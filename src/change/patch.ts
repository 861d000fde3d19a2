// Unified patches of one file: hunks, the lines they show, and the text before the change.
import type { LineSpan } from '../model.ts';

export interface PatchLine {
  kind: ' ' | '+' | '-';
  /** Without its `\n`; a `\r` before it belongs to the text. */
  text: string;
  /** Followed by `\ No newline at end of file`. */
  unterminated: boolean;
}

/** Line numbers count from 1. With a count of 0 the start names the line before, as in every unified patch. */
export interface Hunk {
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  lines: PatchLine[];
}

const HEADER = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;

/** Reads a patch that begins with its first hunk, as GitHub lists it. `null` when its counts do not add up. */
export function parsePatch(patch: string): Hunk[] | null {
  const lines = patch.endsWith('\n') ? patch.slice(0, -1).split('\n') : patch.split('\n');
  const hunks: Hunk[] = [];
  let at = 0;
  while (at < lines.length) {
    const header = HEADER.exec(lines[at++] ?? '');
    if (!header) return null;
    const [, oldStart, oldLines = '1', newStart, newLines = '1'] = header;
    const hunk: Hunk = {
      oldStart: Number(oldStart),
      oldLines: Number(oldLines),
      newStart: Number(newStart),
      newLines: Number(newLines),
      lines: [],
    };
    let [old, fresh] = [hunk.oldLines, hunk.newLines];
    while (old > 0 || fresh > 0 || lines[at]?.startsWith('\\')) {
      const line = lines[at++];
      const kind = line?.[0];
      if (line === undefined) return null;
      if (kind === '\\') {
        const last = hunk.lines.at(-1);
        if (!last) return null;
        last.unterminated = true;
        continue;
      }
      // Some tools cut the blank of an empty context line.
      if (kind !== ' ' && kind !== '+' && kind !== '-' && line !== '') return null;
      if (kind !== '+') old--;
      if (kind !== '-') fresh--;
      if (old < 0 || fresh < 0) return null;
      hunk.lines.push({ kind: kind === '+' || kind === '-' ? kind : ' ', text: line.slice(1), unterminated: false });
    }
    hunks.push(hunk);
  }
  return hunks;
}

/** Lines of the new side that the hunks show, added ones and their context. */
export function newSpans(hunks: readonly Hunk[]): LineSpan[] {
  return hunks
    .filter(({ newLines }) => newLines > 0)
    .map(({ newStart, newLines }) => ({ from: newStart, to: newStart + newLines - 1 }));
}

/** The text before the change: `after` with its patch taken back. `null` when the patch does not fit it. */
export function textBefore(after: string, hunks: readonly Hunk[]): string | null {
  const lines = after.split('\n');
  // After a final newline nothing follows: that is no line.
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const whole = (index: number) => (index === lines.length - 1 ? (lines[index] ?? '') : `${lines[index]}\n`);
  const before: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    const start = hunk.newLines === 0 ? hunk.newStart : hunk.newStart - 1;
    if (start < at || start > count) return null;
    while (at < start) before.push(whole(at++));
    for (const { kind, text, unterminated } of hunk.lines) {
      const line = unterminated ? text : `${text}\n`;
      if (kind === '-') before.push(line);
      else {
        if (at >= count || whole(at++) !== line) return null;
        if (kind === ' ') before.push(line);
      }
    }
  }
  while (at < count) before.push(whole(at++));
  return before.join('');
}

/** Lines of `after` between what both texts begin and end with: what changed, where GitHub gives no patch. */
export function changedSpan(before: string, after: string): LineSpan[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  const to = Math.max(start + 1, fresh.length - end);
  return before === after ? [] : [{ from: start + 1, to }];
}
