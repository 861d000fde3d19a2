// GitHub's limits on what is posted.

/** Inline comments of one review, whatever settings say: more are noise, and GitHub slows down who posts them. */
export const COMMENTS_PER_REVIEW = 30;
/** https://docs.github.com/rest/checks/runs#update-a-check-run */
export const ANNOTATIONS_PER_REQUEST = 50;
/** Annotations of one check run that we send; GitHub names no total. */
export const ANNOTATIONS_PER_CHECK = 200;
/** Characters of a check run's summary. https://docs.github.com/rest/checks/runs#update-a-check-run */
export const CHECK_SUMMARY_LENGTH = 65_535;
/** Points a minute of one token: a read counts 1, a write 5. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const POINTS_PER_MINUTE = 900;
/** Requests a minute that create content, on the same page. */
export const CREATED_PER_MINUTE = 80;
/** Requests at one time, on the same page. */
export const CONCURRENT_REQUESTS = 100;
/** Wait after a refusal for speed that does not name a time, on the same page. */
export const REFUSED_MILLISECONDS = 60_000;
/** Annotations of each level that one step of a workflow may have. https://github.com/orgs/community/discussions/26680 */
export const ANNOTATIONS_PER_STEP = 10;
