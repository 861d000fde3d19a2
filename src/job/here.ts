// A review in this very process: for the command line, where the files are the caller's own.
import { kindsAmong } from '../discover.ts';
import type { Kind } from '../model.ts';
import { type ReviewOptions, review } from '../review.ts';
import type { Runner } from './runner.ts';

/** Brings rules and parsers for files of these kinds. */
export type Supply = (kinds: ReadonlySet<Kind>) => Promise<Pick<ReviewOptions, 'rules' | 'parsers' | 'compare'>>;

/** `begin` is told before a file is read or judged. */
export function hereRunner(supply: Supply, begin?: (path: string) => void): Runner {
  const known: NonNullable<ReviewOptions['known']> = new WeakMap();
  return {
    kind: 'here',
    async run(snapshot) {
      const supplied = await supply(kindsAmong(snapshot.head, snapshot));
      return review(snapshot, { ...supplied, known, ...(begin && { begin }) });
    },
  };
}
