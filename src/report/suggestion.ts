// A fix as a suggestion: the whole lines of one contiguous range, exactly as they are after the fix.
import type { Edit, Finding, LineSpan } from '../model.ts';
import { applyEdits, lineIndex, lineStarts } from '../text.ts';
import { hasInvisible } from './escape.ts';

export interface Suggestion {
  /** Lines that accepting it replaces. */
  lines: LineSpan;
  /** What stands there afterwards, with line ends; empty: the lines go. */
  text: string;
}

/** Longer ones are read better as a patch. */
const SUGGESTION_LINES = 60;
const SUGGESTION_LENGTH = 8_000;

/**
 * The fix of a finding as a suggestion on its file. `null` when it has none, spans files, changes nothing, or cannot be said
 * in whole lines: a final newline that comes or goes, a line with characters that a reader would not see.
 */
export function suggestionFor(finding: Pick<Finding, 'path' | 'fix'>, text: string): Suggestion | null {
  const edits = finding.fix?.edits ?? [];
  if (edits.length === 0 || text === '' || edits.some(({ path }) => path !== finding.path)) return null;
  const after = applyEdits(text, edits);
  if (after === null || after === text) return null;
  const starts = lineStarts(text);
  const region = wholeLines(text, starts, edits, after.length - text.length, after);
  if (!region) return null;
  const { start, end } = trim(text, after, starts, region);
  const [old, fresh] = [text.slice(start, end), after.slice(start, end + after.length - text.length)];
  const from = lineIndex(starts, start) + 1;
  const lines = { from, to: lineIndex(starts, end - 1) + 1 };
  const tooLong = fresh.length > SUGGESTION_LENGTH || lines.to - from >= SUGGESTION_LINES;
  return tooLong || !sayable(old, fresh, end === text.length) ? null : { lines, text: fresh };
}

interface Region {
  start: number;
  end: number;
}

/** The lines that all edits touch together; one more where the new text would run into the next line. */
function wholeLines(
  text: string,
  starts: readonly number[],
  edits: readonly Edit[],
  growth: number,
  after: string,
): Region | null {
  const first = Math.min(...edits.map(({ range }) => range.start));
  const last = Math.max(...edits.map(({ range }) => range.end));
  const count = text.endsWith('\n') ? starts.length - 1 : starts.length;
  const fromLine = Math.min(lineIndex(starts, first), count - 1);
  const start = starts[fromLine] ?? 0;
  const endOf = (line: number) => (line + 1 < count ? (starts[line + 1] ?? text.length) : text.length);
  let toLine = Math.min(Math.max(fromLine, lineIndex(starts, Math.max(last - 1, 0))), count - 1);
  while (endOf(toLine) < last) toLine++;
  const isWhole = (end: number) => end === text.length || end + growth === start || after[end + growth - 1] === '\n';
  if (!isWhole(endOf(toLine))) toLine++;
  return toLine < count && isWhole(endOf(toLine)) ? { start, end: endOf(toLine) } : null;
}

/** Leaves out lines at both ends that stay as they are; at least one line of the old text remains to comment on. */
function trim(text: string, after: string, starts: readonly number[], region: Region): Region {
  const growth = after.length - text.length;
  let { start, end } = region;
  const next = (at: number) => starts[lineIndex(starts, at) + 1] ?? text.length;
  while (next(start) < end && next(start) <= end + growth && text.slice(start, next(start)) === after.slice(start, next(start)))
    start = next(start);
  for (;;) {
    const line = starts[lineIndex(starts, end - 1)] ?? 0;
    if (line <= start || line + growth < start || text.slice(line, end) !== after.slice(line + growth, end + growth)) break;
    if (line + growth > start && after[line + growth - 1] !== '\n') break;
    end = line;
  }
  return { start, end };
}

/** Whether replacing lines, which is all that accepting does, gives these bytes. */
function sayable(old: string, fresh: string, atEnd: boolean): boolean {
  if (hasInvisible(fresh) || !endsAlike(old, fresh)) return false;
  if (!atEnd) return fresh === '' || fresh.endsWith('\n');
  // How a file ends is kept by whoever accepts it; a fix that changes it, or takes an unterminated line away, is no suggestion.
  return old.endsWith('\n') ? fresh === '' || fresh.endsWith('\n') : fresh !== '' && !fresh.endsWith('\n');
}

/** A comment's line ends are not kept: each new line gets that of the first old one. */
function endsAlike(old: string, fresh: string): boolean {
  const ends = (text: string) => new Set([...text.matchAll(/\r?\n/g)].map(([end]) => end));
  const [first] = ends(old);
  return [...ends(fresh)].every((end) => end === first);
}
