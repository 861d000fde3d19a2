// Fixes that do not touch each other → new texts.
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
