// A fix as a unified patch, for people to read where it can't be a suggestion.
import type { Edit, Fix, SourceFile } from '../model.ts';
import { applyEdits, lineIndex, lineStarts } from '../text.ts';

const CONTEXT = 3;

/** Hunks of all files that the fix edits. `null` when a file is not at hand, the edits do not apply, or nothing changes. */
export function fixPatch(fix: Fix, files: readonly SourceFile[]): string | null {
  const parts: string[] = [];
  for (const path of new Set(fix.edits.map((edit) => edit.path))) {
    const file = files.find((candidate) => candidate.path === path);
    const edits = fix.edits
      .filter((edit) => edit.path === path)
      .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    if (!file || applyEdits(file.text, edits) === null) return null;
    parts.push(`--- a/${path}\n+++ b/${path}\n${hunksOf(file.text, edits)}`);
  }
  return parts.length > 0 && parts.some((part) => part.includes('\n@@ ')) ? parts.join('') : null;
}

interface Cluster {
  /** Lines from 0, `to` excluded. */
  from: number;
  to: number;
  edits: Edit[];
}

function hunksOf(text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  const count = text === '' || text.endsWith('\n') ? starts.length - 1 : starts.length;
  const at = (line: number) => (line < count ? (starts[line] ?? text.length) : text.length);
  let shift = 0;
  let hunks = '';
  for (const { from, to, edits: own } of clusters(starts, count, edits)) {
    const old = text.slice(at(from), at(to));
    const fresh = applyEdits(
      old,
      own.map((edit) => ({ ...edit, range: { start: edit.range.start - at(from), end: edit.range.end - at(from) } })),
    );
    if (fresh === null || fresh === old) continue;
    const before = text.slice(at(Math.max(0, from - CONTEXT)), at(from));
    const after = text.slice(at(to), at(to + CONTEXT));
    const [b, o, f, a] = [before, old, fresh, after].map(splitLines) as [string[], string[], string[], string[]];
    const [oldLines, newLines] = [b.length + o.length + a.length, b.length + f.length + a.length];
    const start = from - b.length + 1;
    hunks += `@@ -${oldLines ? start : start - 1},${oldLines} +${newLines ? start + shift : start + shift - 1},${newLines} @@\n`;
    hunks += [...b.map((l) => ` ${l}`), ...o.map((l) => `-${l}`), ...f.map((l) => `+${l}`), ...a.map((l) => ` ${l}`)].join('');
    shift += f.length - o.length;
  }
  return hunks;
}

/** Edits whose contexts would meet are told in one hunk. */
function clusters(starts: readonly number[], count: number, edits: readonly Edit[]): Cluster[] {
  const found: Cluster[] = [];
  for (const edit of edits) {
    const from = Math.min(lineIndex(starts, edit.range.start), Math.max(count - 1, 0));
    // The line after a removed newline is told, too: the new text may run into it.
    const to = Math.min(count, lineIndex(starts, edit.range.end) + 1);
    const last = found.at(-1);
    if (last && from <= last.to + 2 * CONTEXT) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else found.push({ from, to: Math.max(to, from), edits: [edit] });
  }
  return found;
}

/** Lines with a `\n` each; an unterminated one says so as patches do. */
function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const last = lines.pop();
  return [...lines.map((line) => `${line}\n`), ...(last ? [`${last}\n\\ No newline at end of file\n`] : [])];
}
