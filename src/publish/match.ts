// Which conversation is about which finding. Lines tell first, then the mark: of equal findings the first is another one once one is corrected.

import { kinOf } from '../findings.ts';
import { grouped } from '../grouped.ts';
import type { Finding, LineSpan, Report } from '../model.ts';
import { lastLine, lineStarts, placeOf } from '../text.ts';
import { homes } from './renames.ts';
import type { Thread } from './threads.ts';

export interface Matched {
  threadOf: ReadonlyMap<Finding, Thread>;
  /** Those of no finding that is shown. */
  idle: Thread[];
  /** Of one path at the head and one kin: what its conversations are marked with. */
  marks: ReadonlyMap<string, ReadonlySet<string>>;
}

export const kinship = (path: string, fingerprint: string): string => `${path}\n${kinOf(fingerprint)}`;

export function match(report: Report, threads: readonly Thread[]): Matched {
  const homeOf = homes(report, threads);
  const conversations = grouped(threads, (thread) => kinship(homeOf(thread), thread.fingerprint));
  const concerned = report.findings.filter(({ path, fingerprint }) => conversations.has(kinship(path, fingerprint)));
  const families = grouped(concerned, ({ path, fingerprint }) => kinship(path, fingerprint));
  const texts = new Map(report.files.map(({ path, text }) => [path, text]));
  const threadOf = new Map<Finding, Thread>();
  const idle: Thread[] = [];
  for (const [key, own] of conversations) {
    const findings = families.get(key) ?? [];
    const starts = lineStarts(texts.get(findings[0]?.path ?? '') ?? '');
    for (const [thread, finding] of pairs(own, findings, (one) => spanOf(one, starts)))
      if (finding && !finding.hidden) threadOf.set(finding, thread);
      else idle.push(thread);
  }
  const marks = new Map([...conversations].map(([key, own]) => [key, new Set(own.map(({ fingerprint }) => fingerprint))]));
  return { threadOf, idle, marks };
}

function spanOf({ range }: Finding, starts: readonly number[]): LineSpan {
  const from = placeOf(starts, range.start).line;
  return { from, to: Math.max(from, lastLine(starts, range)) };
}

/** Open conversations choose before those that are closed. */
function* pairs(
  threads: readonly Thread[],
  findings: readonly Finding[],
  spanOf: (finding: Finding) => LineSpan,
): Generator<[Thread, Finding | null]> {
  const free = new Set(findings);
  for (const state of [true, false]) {
    const left = new Set(threads.filter((thread) => (thread.state === 'open') === state));
    for (const fits of FITS) {
      for (const thread of left) {
        const found = [...free].find((finding) => fits(thread, finding, spanOf));
        if (!found) continue;
        free.delete(found);
        left.delete(thread);
        yield [thread, found];
      }
    }
    for (const thread of left) yield [thread, null];
  }
}

type Fits = (thread: Thread, finding: Finding, spanOf: (finding: Finding) => LineSpan) => boolean;

const sameMark: Fits = (thread, finding) => thread.fingerprint === finding.fingerprint;
const sameLines: Fits = ({ lines }, finding, spanOf) => {
  const { from, to } = spanOf(finding);
  return lines !== null && lines.from <= to && from <= lines.to;
};
/** Its lines were changed, and perhaps the mark of what is wrong there: nobody else is left to speak about it. */
const lastOne: Fits = ({ lines, state }) => lines === null && state === 'open';

const FITS: readonly Fits[] = [(...of) => sameMark(...of) && sameLines(...of), sameLines, sameMark, lastOne];
