// What earlier reviews told outside of comments: it is not new, and does not become a comment because there is room now.
import type { ReviewNode } from '../change/pull-request-query.ts';
import type { Finding } from '../model.ts';
import { markedAs } from '../report/marker.ts';
import { toldIn } from '../report/told-mark.ts';
import { sha256 } from '../sha256.ts';
import { kinship } from './match.ts';
import { type Identity, isAuthor } from './threads.ts';

const DIGITS = 8;

/** Short: hundreds of them have to fit into a review. */
export const toldKey = (path: string, { fingerprint }: Pick<Finding, 'fingerprint'>): string =>
  sha256(kinship(path, fingerprint)).slice(0, DIGITS);

/** Of all of our reviews among these. */
export function toldBefore(reviews: readonly (ReviewNode | null)[], { login, speaker }: Identity): Set<string> {
  const own = reviews.filter((one) => one !== null && isAuthor(one.author, login) && markedAs(one.body, speaker) !== null);
  return new Set(own.flatMap((one) => (one ? toldIn(one.body) : [])));
}
