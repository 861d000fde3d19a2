// What GitHub shows now → what it should show: which findings become comments, which annotations, which conversations end or begin again.

import { sibling } from '../findings.ts';
import { grouped } from '../grouped.ts';
import type { Finding, LineSpan, Report, SourceFile } from '../model.ts';
import { type Anchor, anchorOf, suggestionAnchor } from './anchor.ts';
import { chosen, worstFirst } from './choose.ts';
import { kinship, type Matched, match } from './match.ts';
import type { Thread } from './threads.ts';
import { toldKey } from './told.ts';

export interface Shown {
  /** Lines of the head inside hunks, by path: the only ones that can be commented on. */
  hunks: Readonly<Record<string, readonly LineSpan[]>>;
  /** Our own threads; `null` when they could not be read: then nothing is posted that might be there already. */
  threads: readonly Thread[] | null;
  /** What earlier reviews told outside of comments. */
  told: ReadonlySet<string>;
  /** Whether all changed files are known: else a file that is missing may still be there. */
  complete: boolean;
}

export interface PlannedComment {
  finding: Finding;
  anchor: Anchor;
  /** The finding's fingerprint, or a free one where an older conversation has taken it. */
  mark: string;
}

export interface Plan {
  comments: PlannedComment[];
  /** Not as comments: beyond the number, told before, or on lines that cannot be commented on. Worst first. */
  annotations: Finding[];
  /** Have a thread from an earlier review that is open, or that a person has resolved. */
  known: Finding[];
  /** Open threads about what is gone; nobody has answered there. */
  close: Thread[];
  /** Threads that we closed, about what is back. */
  reopen: { thread: Thread; finding: Finding }[];
}

export function planReview(report: Report, shown: Shown, most: number): Plan {
  const files = new Map(report.files.map((file) => [file.path, file]));
  const { threadOf, idle, marks } = match(report, shown.threads ?? []);
  const by = grouped(
    report.findings.filter(({ hidden }) => !hidden),
    (finding) => FATE[threadOf.get(finding)?.state ?? 'none'],
  );
  const { fresh = [], known = [], told = [], back = [] } = Object.fromEntries(by);
  const hunksOf = (path: string) => (Object.hasOwn(shown.hunks, path) ? (shown.hunks[path] ?? []) : []);
  const sayable = fresh.filter((finding) => {
    const file = files.get(finding.path);
    if (!file || anchorOf(finding, file, hunksOf(finding.path)) === null) return false;
    return ![file.path, file.previousPath].some((path) => path !== undefined && shown.told.has(toldKey(path, finding)));
  });
  const taken = shown.threads === null ? [] : chosen(sayable, most);
  const comments = place(taken, files, hunksOf, freeMarks(marks));
  const inline = new Set(comments.map(({ finding }) => finding));
  return {
    comments,
    annotations: worstFirst([...fresh.filter((finding) => !inline.has(finding)), ...told]),
    known,
    close: idle.filter(
      ({ state, own, answered, path }) => state === 'open' && own && !answered && isSure(report, path, shown.complete),
    ),
    reopen: back.flatMap((finding) => {
      const thread = threadOf.get(finding);
      return thread ? [{ thread, finding }] : [];
    }),
  };
}

/** What becomes of a finding by the state of its thread. Nobody knows who has hidden one: it is not said again there, and not lost. */
const FATE = { none: 'fresh', open: 'known', resolved: 'known', hidden: 'told', closed: 'back', edited: 'back' } as const;

/** Whether what is not found at a path is really not there: the file was read as a whole, or is no part of the change any more. */
function isSure({ files, notices }: Report, path: string, complete: boolean): boolean {
  const read = files.some((file) => file.path === path);
  const failed = notices.some(
    ({ kind, about }) => kind === 'failure' && (about === path || !files.some((file) => file.path === about)),
  );
  return !failed && (read || (complete && !notices.some(({ about }) => about === path)));
}

/** Marks are unique among the conversations of one path. */
function freeMarks(marks: Matched['marks']): (finding: Finding) => string {
  const used = new Map([...marks].map(([key, own]) => [key, new Set(own)]));
  return ({ path, fingerprint }) => {
    const key = kinship(path, fingerprint);
    const own = used.get(key) ?? new Set();
    used.set(key, own);
    let mark = fingerprint;
    for (let ordinal = 0; own.has(mark) && ordinal <= own.size; ordinal++) mark = sibling(fingerprint, ordinal);
    own.add(mark);
    return mark;
  };
}

/** Gives each its lines. Of two suggestions that share a line the worse finding's stays; the other is shown as a patch. */
function place(
  findings: readonly Finding[],
  files: ReadonlyMap<string, SourceFile>,
  hunksOf: (path: string) => readonly LineSpan[],
  markOf: (finding: Finding) => string,
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
    comments.push({ finding, anchor, mark: markOf(finding) });
  }
  return comments.sort((a, b) => order(a.anchor.path, b.anchor.path) || a.anchor.lines.from - b.anchor.lines.from);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
