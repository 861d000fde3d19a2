// What a fix changes in a file, as a unified diff that `git apply` takes.
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { SourceFile } from '../model.ts';

/** Comparing is quadratic at its worst, so it gets only so long. */
const MILLISECONDS = 2_000;

/** `null` when comparing takes too long. */
export function unifiedDiff(before: SourceFile, after: SourceFile): string | null {
  const [old, fresh] = [before, after].map(({ bom, text }) => (bom ? `\uFEFF${text}` : text)) as [string, string];
  const options = { context: 3, timeout: MILLISECONDS, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(`a/${before.path}`, `b/${after.path}`, old, fresh, undefined, undefined, options) ?? null;
}
