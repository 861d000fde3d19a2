// Parts that several services share through an anchor, each once.
import type { Range } from '../../model.ts';

/** Without those that are written where an earlier one is: what aliases repeat has one place to be mended. `pathOf`: of parts of several files. */
export function writtenOnce<T>(parts: Iterable<T>, placeOf: (part: T) => Range, pathOf: (part: T) => string = () => ''): T[] {
  const seen = new Set<string>();
  const once: T[] = [];
  for (const part of parts) {
    const { start, end } = placeOf(part);
    const place = `${start}-${end} ${pathOf(part)}`;
    if (seen.has(place)) continue;
    seen.add(place);
    once.push(part);
  }
  return once;
}
