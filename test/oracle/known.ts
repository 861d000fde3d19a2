// The listed differences: what we see differently on purpose, or what cannot be compared, each with its reason.
import { readFileSync } from 'node:fs';
import type { Difference } from './difference.ts';

interface Listed {
  /** As in a difference; every one that begins so. */
  readonly of: string;
  /** Patterns of what we and the judge say. */
  readonly ours: string;
  readonly theirs: string;
  readonly reason: string;
}

const LIST = new URL('differences.json', import.meta.url);

/** The reason of a difference that is listed; `undefined` when it is not. */
export function knownDifferences(): (difference: Difference) => string | undefined {
  const list = JSON.parse(readFileSync(LIST, 'utf8')) as Listed[];
  const known = list.map(({ of, ours, theirs, reason }) => ({ of, reason, ours: new RegExp(ours), theirs: new RegExp(theirs) }));
  return (difference) =>
    known.find(({ of, ours, theirs }) => {
      return difference.of.startsWith(of) && ours.test(difference.ours) && theirs.test(difference.theirs);
    })?.reason;
}
