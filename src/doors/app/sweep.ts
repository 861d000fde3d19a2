// Webhooks that did not arrive: GitHub sends none again by itself, but does when it is asked.
import { type GitHub, refusal } from '../../github.ts';
import type { Queue } from '../../queue/queue.ts';
import type { Logger } from './log.ts';

export interface Sweep {
  /** Speaks as the App itself. */
  app: GitHub;
  queue: Pick<Queue, 'knows'>;
  log: Logger;
  now(): number;
}

type Delivery = Awaited<ReturnType<typeof deliveriesSince>>[number];

/** GitHub keeps deliveries for three days. https://docs.github.com/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks */
const KEPT = 3 * 24 * 60 * 60 * 1000;
/** Deliveries accepted before a queue that is new began may have been lost with the old one. In milliseconds. */
const LOST = 60 * 60 * 1000;
const PER_PAGE = 100;
/** Pages that one sweep reads, and deliveries that it asks for, at most. */
const PAGES = 10;
const ASKED = 100;
/** How often one delivery is asked for: what we refuse ourselves stays refused. */
const TRIES = 3;

const EVENTS = new Set(['pull_request', 'merge_group', 'check_run', 'check_suite']);

/** One sweep after the other. `fresh`: the queue knows nothing yet, so that the first looks for accepted deliveries, too. */
export function sweeping({ app, queue, log, now }: Sweep, fresh: boolean): () => Promise<void> {
  const tries = new Map<string, number>();
  let first = fresh;
  return async () => {
    const since = now() - KEPT;
    const found = await deliveriesSince(app, since, 'failure');
    if (first) found.push(...(await deliveriesSince(app, now() - LOST, 'success')));
    first = false;
    const missed = new Map<string, Delivery>();
    for (const delivery of found)
      if (EVENTS.has(delivery.event) && (tries.get(delivery.guid) ?? 0) < TRIES && !(await queue.knows(delivery.guid)))
        missed.set(delivery.guid, delivery);
    const oldest = [...missed.values()].reverse().slice(0, ASKED);
    for (const { id, guid } of oldest) {
      tries.set(guid, (tries.get(guid) ?? 0) + 1);
      // One that GitHub does not send again keeps none of the others back.
      await app
        .request('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: Number(id) })
        .catch((error: unknown) => log.debug({ delivery: guid, status: refusal(error).status }, 'GitHub does not send it again'));
    }
    if (oldest.length > 0) log.info({ deliveries: oldest.length }, 'asked GitHub for webhooks that did not arrive');
  };
}

/** Newest first. */
async function deliveriesSince(app: GitHub, since: number, status: 'failure' | 'success') {
  const found = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const { data, headers } = await app.request('GET /app/hook/deliveries', {
      per_page: PER_PAGE,
      status,
      ...(cursor !== undefined && { cursor }),
    });
    for (const one of data) {
      if (Date.parse(one.delivered_at) < since) return found;
      // An older GitHub Enterprise Server does not know `status`.
      if ((one.status_code >= 200 && one.status_code < 300) === (status === 'success')) found.push(one);
    }
    const [, next] = /[?&]cursor=([^&>]+)[^>]*>;\s*rel="next"/.exec(headers.link ?? '') ?? [];
    if (next === undefined) break;
    cursor = decodeURIComponent(next);
  }
  return found;
}
