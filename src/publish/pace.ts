// Puts a lane's pace on a GitHub client, and the patience to send again what GitHub refused for speed or failed to read.
import { type Hooks, refusal } from '../github.ts';
import type { Cost, Lane } from './lane.ts';
import { REFUSED_MILLISECONDS } from './limits.ts';
import { isUnclear } from './once.ts';

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
  const write = graphql ? /^\s*mutation\b/.test(String(query)) : method !== 'GET' && method !== 'HEAD';
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
  const after = Number(headers['retry-after'] ?? Number.NaN);
  const used = headers['x-ratelimit-remaining'] === '0';
  if (status !== 429 && !(status === 403 && (after >= 0 || used || /secondary rate limit|abuse detection/i.test(message))))
    return 0;
  if (after >= 0) return Math.max(1, after * 1000);
  if (used) return Math.max(1_000, Number(headers['x-ratelimit-reset'] ?? 0) * 1000 - now);
  return REFUSED_MILLISECONDS * 2 ** (tries - 1);
}
