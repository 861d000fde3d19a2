// Fixes that do not touch each other → new texts; and the proof that a fix does what it promises.
import type { Edit, Finding, Safety, SourceFile } from './model.ts';
import { applyEdits, overlap } from './text.ts';

export interface Fixed {
  /** Only the files that changed. */
  files: SourceFile[];
  applied: Finding[];
  /** Findings whose fix touches one that was taken; they wait for the next round. */
  waiting: Finding[];
}

/** Takes whole fixes in order. `unsafe` takes those, too. */
export function applyFixes(files: readonly SourceFile[], findings: readonly Finding[], safety: Safety): Fixed {
  const taken = new Map<string, Edit[]>();
  const applied: Finding[] = [];
  const waiting: Finding[] = [];
  const texts = new Map(files.map((file) => [file.path, file]));
  for (const finding of findings) {
    const { fix } = finding;
    if (!fix || finding.hidden || (fix.safety === 'unsafe' && safety === 'safe')) continue;
    if (!fix.edits.every((edit) => texts.has(edit.path))) continue;
    if (fix.edits.some((edit) => (taken.get(edit.path) ?? []).some((other) => overlap(edit.range, other.range)))) {
      waiting.push(finding);
      continue;
    }
    for (const edit of fix.edits) taken.set(edit.path, [...(taken.get(edit.path) ?? []), edit]);
    applied.push(finding);
  }
  const changed: SourceFile[] = [];
  for (const [path, edits] of taken) {
    const file = texts.get(path);
    const text = file && applyEdits(file.text, edits);
    if (file && text !== null && text !== undefined && text !== file.text) changed.push({ ...file, text });
  }
  return { files: changed, applied, waiting };
}

/**
 * Whether a fix, applied alone, holds: its finding is gone and nothing new is said. `judge` reviews the files again and gives
 * the identities (rule and message) of what it finds in the fix's files.
 */
export function holds(
  finding: Finding,
  files: readonly SourceFile[],
  before: readonly string[],
  judge: (changed: readonly SourceFile[]) => readonly string[],
): boolean {
  const { files: changed, applied } = applyFixes(files, [{ ...finding }], 'unsafe');
  if (applied.length === 0 || changed.length === 0) return false;
  const after = counts(judge(changed));
  const was = counts(before);
  const own = saying(finding);
  if ((after.get(own) ?? 0) >= (was.get(own) ?? 0)) return false;
  for (const [what, count] of after) if (count > (was.get(what) ?? 0)) return false;
  return true;
}

export const saying = (finding: Pick<Finding, 'rule' | 'message'>): string =>
  `${finding.rule}: ${finding.message.replace(/\blines? \d+/gi, 'line')}`;

function counts(sayings: readonly string[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const one of sayings) map.set(one, (map.get(one) ?? 0) + 1);
  return map;
}
