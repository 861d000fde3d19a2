// A review in this very process: for the command line, where the files are the caller's own.
import { review } from '../review.ts';
import type { Rule } from '../rule.ts';
import type { Runner } from './runner.ts';

/** `begin` is told before a file is read or judged. */
export function hereRunner(rules: readonly Rule[], begin?: (path: string) => void): Runner {
  return { kind: 'here', run: async (snapshot) => review(snapshot, { rules, ...(begin && { begin }) }) };
}
