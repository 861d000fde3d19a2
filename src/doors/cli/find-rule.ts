// Finds a rule by its id, or by the id that another tool gives to it.
import { nearest } from '../../parse/nearest.ts';
import type { RuleDescription } from '../../report/rules.ts';

/** The rules that a word names, or the sentence that says that there are none. */
export function findRule(all: readonly RuleDescription[], word: string): readonly RuleDescription[] | string {
  const wanted = word.toLowerCase();
  const named = all.filter(({ id }) => id === wanted);
  const equal = all.filter(({ also }) =>
    also.some((one) => one.toLowerCase() === wanted || one.slice(one.indexOf('/') + 1).toLowerCase() === wanted),
  );
  if (named.length > 0) return named;
  if (equal.length > 0) return equal;
  const near = nearest(
    wanted,
    all.map(({ id }) => id),
  );
  return `There is no rule "${word}".${near ? ` Did you mean "${near}"?` : ''} See: hullcheck rules`;
}
