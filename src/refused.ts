// Whether a stretch of text is refused by Docker: what it means is a guess then, and the only fix for it is one that corrects just that.
import type { Range } from './model.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import type { Document } from './project.ts';

/** They say no more than that a variable is empty. */
const OF_VARIABLES = new Set(['undeclared-image', 'undeclared-platform']);

const known = new WeakMap<Dockerfile, readonly Range[]>();

/** Of a Dockerfile the instructions that it touches; of a Compose file all, because indentation may have changed what anything belongs to. */
export function isRefused(document: Document | undefined, range: Range): boolean {
  if (!document || document.problems.length === 0) return false;
  if (document.kind === 'compose') return true;
  const refused = known.get(document) ?? refusedIn(document);
  known.set(document, refused);
  let [low, high] = [0, refused.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((refused[middle]?.end ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  const next = refused[low];
  return next !== undefined && next.start <= range.end;
}

/** In the order of the text, none within another. */
function refusedIn(file: Dockerfile): Range[] {
  const refused = file.problems.filter(({ code }) => !OF_VARIABLES.has(code));
  const ranges = refused.map(({ range }) => file.instructionAt(range.start)?.range ?? range);
  const ends = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  return ends.filter(({ end }, i) => i === 0 || end > (ends[i - 1]?.end ?? 0));
}
