// The listed differences: what we see differently on purpose, or what cannot be compared, each with its reason.
import { readFileSync } from 'node:fs';
import type { Difference } from './difference.ts';
import type { Subject } from './subjects.ts';

interface Listed {
  /** Of the text: first 16 digits of its SHA-256. */
  readonly hash: string;
  /** What of it differs, as in a difference; every difference that begins so. */
  readonly of: string;
  readonly reason: string;
}

const LIST = new URL('differences.json', import.meta.url);

/** The reason of a difference that is listed; `undefined` when it is not. */
export function knownDifferences(): (subject: Subject, difference: Difference) => string | undefined {
  const list = JSON.parse(readFileSync(LIST, 'utf8')) as Listed[];
  const byHash = Map.groupBy(list, ({ hash }) => hash);
  return (subject, difference) => byHash.get(subject.hash)?.find(({ of }) => difference.of.startsWith(of))?.reason;
}
