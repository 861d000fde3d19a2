// What GitHub shows now → what it should show: which findings become comments, which annotations, which are there already.
import type { Finding, LineSpan, Report, SourceFile } from '../model.ts';
import { type Anchor, anchorOf, suggestionAnchor } from './anchor.ts';
import { chosen, worstFirst } from './choose.ts';

/** A review thread that we began, as its mark names it. */
export interface Thread {
  path: string;
  fingerprint: string;
}

export interface Shown {
  /** Lines of the head inside hunks, by path: the only ones that can be commented on. */
  hunks: Readonly<Record<string, readonly LineSpan[]>>;
  /** Our own threads; `null` when they could not be read: then nothing is posted that might be there already. */
  threads: readonly Thread[] | null;
}

export interface PlannedComment {
  finding: Finding;
  anchor: Anchor;
}

export interface Plan {
  comments: PlannedComment[];
  /** Not as comments: beyond the number, or on lines that cannot be commented on. Worst first. */
  annotations: Finding[];
  /** Have a thread from an earlier review, open or resolved. */
  known: Finding[];
}

export function planReview(report: Report, shown: Shown, most: number): Plan {
  const files = new Map(report.files.map((file) => [file.path, file]));
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  const said = new Set(shown.threads?.map(({ path, fingerprint }) => `${path}\n${fingerprint}`));
  for (const finding of report.findings) {
    if (finding.hidden) continue;
    const paths = [finding.path, files.get(finding.path)?.previousPath];
    (paths.some((path) => said.has(`${path}\n${finding.fingerprint}`)) ? known : fresh).push(finding);
  }
  const hunksOf = (path: string) => (Object.hasOwn(shown.hunks, path) ? (shown.hunks[path] ?? []) : []);
  const anchorable = fresh.filter((finding) => {
    const file = files.get(finding.path);
    return file !== undefined && anchorOf(finding, file, hunksOf(finding.path)) !== null;
  });
  const taken = shown.threads === null ? [] : chosen(anchorable, most);
  const comments = place(taken, files, hunksOf);
  const inline = new Set(comments.map(({ finding }) => finding));
  return { comments, annotations: worstFirst(fresh.filter((finding) => !inline.has(finding))), known };
}

/** Gives each its lines. Of two suggestions that share a line the worse finding's stays; the other is shown as a patch. */
function place(
  findings: readonly Finding[],
  files: ReadonlyMap<string, SourceFile>,
  hunksOf: (path: string) => readonly LineSpan[],
): PlannedComment[] {
  const suggested = new Map<string, LineSpan[]>();
  const comments: PlannedComment[] = [];
  for (const finding of findings) {
    const file = files.get(finding.path);
    if (!file) continue;
    const others = suggested.get(file.path) ?? [];
    const offer = suggestionAnchor(finding, file, hunksOf(file.path));
    const free = offer && !others.some(({ from, to }) => from <= offer.lines.to && offer.lines.from <= to);
    const anchor = free ? offer : anchorOf(finding, file, hunksOf(file.path));
    if (!anchor) continue;
    if (anchor.suggestion) suggested.set(file.path, [...others, anchor.lines]);
    comments.push({ finding, anchor });
  }
  return comments.sort((a, b) => order(a.anchor.path, b.anchor.path) || a.anchor.lines.from - b.anchor.lines.from);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
