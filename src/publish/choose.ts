// Which of many findings are worth a comment: the worst, and each file one before any file gets a second.
import type { Finding, Severity } from '../model.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);

/** At most `most`, in the order in which they were chosen. */
export function chosen(findings: readonly Finding[], most: number): Finding[] {
  const files = new Set<string>();
  const first: Finding[] = [];
  const rest: Finding[] = [];
  for (const finding of worstFirst(findings)) {
    (files.has(finding.path) ? rest : first).push(finding);
    files.add(finding.path);
  }
  return [...first, ...rest].slice(0, most);
}

/**
 * Smaller sets of comments to try when GitHub refuses them all without saying which is wrong: everything but one part,
 * part by part, then halves, then quarters. What is left out is not lost: it becomes annotations.
 */
export function* smaller<T>(all: readonly T[]): Generator<T[]> {
  if (all.length < 2) return;
  const step = Math.ceil(all.length / 8);
  for (let at = 0; at < all.length; at += step) yield all.filter((_, i) => i < at || i >= at + step);
  for (const parts of [2, 4]) {
    const size = Math.ceil(all.length / parts);
    for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
  }
}
