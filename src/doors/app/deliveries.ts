// One job of the queue: its delivery goes through Probot to its handler, and how that ended comes back.
import type { Probot } from 'probot';
import type { Job, Queue } from '../../queue/queue.ts';
import { app } from './app.ts';
import { clientFor, type Reviewer, reviewing } from './reviewer.ts';
import { suiteDeliveries } from './suite.ts';
import { CHECKS } from './tokens.ts';

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

  await probot.load(
    app({
      appId,
      review: (delivery, wanted) => handle(delivery, (job) => review(wanted, job)),
      reviewSuite: (delivery, suite) =>
        handle(delivery, async () => {
          const github = clientFor(reviewer, suite.installation.id, suite.repository.id, CHECKS);
          for (const each of await suiteDeliveries(delivery, suite, github)) await queue.add(each);
          return 'done';
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
