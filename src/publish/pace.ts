// Puts a lane's pace on a GitHub client, and the patience to send again what GitHub refused for speed or failed to read.
import { type Hooks, isUnclear, refusal } from '../github.ts';
import type { Cost, Lane } from './lane.ts';
import { REFUSED_MILLISECONDS } from './limits.ts';

/** How often one request is sent at most. */
const TRIES = 4;
/** Longer pauses are not waited for: the request is refused. In milliseconds. */
const LONGEST_PAUSE = 15 * 60_000;
/** Before a read is sent again that got no answer, in milliseconds, times the number of tries. */
const UNREAD = 1_000;

/** All clients of one installation, whatever their tokens, share one lane. */
export function pace(octokit: Hooks, lane: Lane): void {
  octokit.hook.wrap('request', async (request, options) => {
    const cost = costOf(options);
    for (let tries = 1; ; tries++) {
      const leave = await lane.enter(cost);
      try {
        const response = await request(options);
        if (isLimited(response.data)) throw Object.assign(new Error('API rate limit exceeded'), { status: 429, response });
        return response;
      } catch (error) {
        const pause = pauseAfter(error, tries, lane.clock.now());
        if (tries === TRIES || pause > LONGEST_PAUSE || (pause === 0 && (cost.write || !isUnclear(error)))) throw error;
        if (pause > 0) lane.pause(pause);
        else await lane.clock.sleep(UNREAD * tries);
      } finally {
        leave();
      }
    }
  });
}

/** GraphQL answers 200 when the hour's points are used. */
function isLimited(data: unknown): boolean {
  const { data: found, errors } = Object(data) as { data?: unknown; errors?: unknown };
  return !found && Array.isArray(errors) && errors.some((one: unknown) => Object(one).type === 'RATE_LIMITED');
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#calculating-points-for-the-secondary-rate-limit */
function costOf({ method, url, query }: { method?: string; url?: string; query?: unknown }): Cost {
  const graphql = url?.endsWith('/graphql') ?? false;
  // A token changes nothing, and one more does no harm.
  const reads = method === 'GET' || method === 'HEAD' || /\/access_tokens$/.test(url ?? '');
  const write = graphql ? /^\s*mutation\b/.test(String(query)) : !reads;
  // A check run notifies nobody: it is no content that people get.
  const creates = write && method === 'POST' && !graphql && !/\/check-runs$/.test(url ?? '');
  return { points: write ? 5 : 1, write, creates };
}

/**
 * Milliseconds that GitHub wants us to wait after a refusal for speed; 0 when the error is none.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function pauseAfter(error: unknown, tries: number, now: number): number {
  const { status, headers, message } = refusal(error);
  const after = named(headers['retry-after'], now);
  const used = headers['x-ratelimit-remaining'] === '0';
  if (status !== 429 && !(status === 403 && (after !== null || used || /\brate limit|abuse detection/i.test(message)))) return 0;
  if (after !== null) return Math.max(1, after);
  const reset = Number(headers['x-ratelimit-reset']);
  if (used && reset > 0) return Math.max(1_000, reset * 1000 - now);
  return REFUSED_MILLISECONDS * 2 ** (tries - 1);
}

/** Whether GitHub refused for speed. */
export const isLimit = (error: unknown): boolean => pauseAfter(error, 1, 0) > 0;

/** `Retry-After` is a number of seconds, or a date: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function named(value: unknown, now: number): number | null {
  if (value === undefined || value === '') return null;
  const seconds = Number(value);
  if (seconds >= 0) return seconds * 1000;
  const date = Date.parse(String(value));
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
