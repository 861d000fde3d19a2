// Review, fix, review again, until nothing changes.
import type { Change } from '../../change/change.ts';
import { applyFixes } from '../../fix.ts';
import type { Finding, Safety, SourceFile } from '../../model.ts';
import type { Reviewed } from './session.ts';

/** One fix may make room for the next; after so many rounds two of them must be undoing each other. */
const ROUNDS = 10;

export interface Corrected {
  /** The last review: what remains. */
  outcome: Reviewed;
  applied: Finding[];
  changed: { before: SourceFile; after: SourceFile }[];
}

export async function correct(change: Change, safety: Safety, review: (change: Change) => Promise<Reviewed>): Promise<Corrected> {
  let outcome = await review(change);
  const original = new Map<string, SourceFile>();
  const applied: Finding[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const file of outcome.sources) if (!original.has(file.path)) original.set(file.path, file);
    const fixed = applyFixes(outcome.sources, outcome.report.findings, safety);
    if (fixed.files.length === 0) break;
    applied.push(...fixed.applied);
    const texts = new Map(fixed.files.map((file) => [file.path, file]));
    const head = outcome.sources.map((file) => texts.get(file.path) ?? file);
    outcome = await review({ snapshot: { ...change.snapshot, head }, bring: (paths) => change.bring(paths) });
  }
  const changed = outcome.sources.flatMap((after) => {
    const before = original.get(after.path);
    return before && before.text !== after.text ? [{ before, after }] : [];
  });
  return { outcome, applied, changed };
}
