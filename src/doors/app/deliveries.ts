// One job of the queue: its delivery goes through Probot to its handler, and how that ended comes back.
import type { Probot } from 'probot';
import type { Delivery, Job, Queue } from '../../queue/queue.ts';
import { app } from './app.ts';
import { openPulls } from './open-pulls.ts';
import { clientFor, type Reviewer, reviewing } from './reviewer.ts';
import { suiteDeliveries } from './suite.ts';
import { CHECKS, READ } from './tokens.ts';

type State = Parameters<Job['end']>[0];

interface Current {
  job: Job;
  /** Rejected when the delivery should be tried again. */
  ended: Promise<State>;
}

/** Loads the App into Probot. What comes back runs one job; it rejects when the job should be tried again. */
export async function deliveries(
  probot: Probot,
  appId: number,
  reviewer: Reviewer,
  queue: Queue,
): Promise<(job: Job) => Promise<State>> {
  const current = new Map<string, Current>();
  const review = reviewing(reviewer);

  async function handle(delivery: string, start: (job: Job) => Promise<State>): Promise<void> {
    const entry = current.get(delivery);
    if (!entry) return;
    entry.ended = start(entry.job);
    await entry.ended.catch(() => {});
  }

  async function add(found: readonly Delivery[]): Promise<State> {
    for (const each of found) await queue.add(each);
    return 'done';
  }

  await probot.load(
    app({
      appId,
      review: (delivery, wanted) => handle(delivery, (job) => review(wanted, job)),
      reviewSuite: (delivery, suite) =>
        handle(delivery, async () => {
          const github = clientFor(reviewer, suite.installation.id, suite.repository.id, CHECKS);
          return add(await suiteDeliveries(delivery, suite, github));
        }),
      added: (delivery, added) =>
        handle(delivery, async () => {
          if (!reviewer.reviewsAdded) return 'done';
          const clientOf = (repository: number) => clientFor(reviewer, added.installation, repository, READ);
          return add(await openPulls(delivery, added, clientOf));
        }),
    }),
  );

  return async (job) => {
    const entry: Current = { job, ended: Promise.resolve('done') };
    current.set(job.id, entry);
    try {
      const event = { id: job.id, name: job.event, payload: JSON.parse(job.payload) } as Parameters<Probot['receive']>[0];
      await probot.receive(event);
      return await entry.ended;
    } finally {
      current.delete(job.id);
    }
  };
}
