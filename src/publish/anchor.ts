// Where on a pull request a finding can be spoken about: whole ranges inside one hunk, on the new side.
import type { Finding, LineSpan, SourceFile } from '../model.ts';
import { type Suggestion, suggestionFor } from '../report/suggestion.ts';
import { lastLine, lineStarts, placeOf } from '../text.ts';

export interface Anchor {
  path: string;
  lines: LineSpan;
  /** Replaces exactly these lines. */
  suggestion?: Suggestion;
}

const within = (outer: LineSpan, inner: LineSpan) => outer.from <= inner.from && inner.to <= outer.to;

/** The finding's own lines, cut to the first where the hunk ends before. `null`: not in any hunk. */
export function anchorOf(finding: Finding, file: SourceFile, hunks: readonly LineSpan[]): Anchor | null {
  const starts = lineStarts(file.text);
  const from = placeOf(starts, finding.range.start).line;
  const lines = { from, to: Math.max(from, lastLine(starts, finding.range)) };
  const hunk = hunks.find((candidate) => within(candidate, { from, to: from }));
  if (!hunk) return null;
  return { path: finding.path, lines: within(hunk, lines) ? lines : { from, to: from } };
}

/** The same with the finding's suggestion, whose lines it then takes; they must lie in the hunk that the finding is in. */
export function suggestionAnchor(finding: Finding, file: SourceFile, hunks: readonly LineSpan[]): Anchor | null {
  const own = anchorOf(finding, file, hunks);
  const suggestion = own && suggestionFor(finding, file.text);
  if (!own || !suggestion) return null;
  const hunk = hunks.find((candidate) => within(candidate, { from: own.lines.from, to: own.lines.from }));
  return hunk && within(hunk, suggestion.lines) ? { path: finding.path, lines: suggestion.lines, suggestion } : null;
}
