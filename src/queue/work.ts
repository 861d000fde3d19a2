// Takes jobs from the queue and has them done, several lanes at a time.
import { ATTEMPTS, ENDINGS, type Job, type Queue } from './queue.ts';

export interface Work {
  queue: Queue;
  /** Jobs at a time. */
  lanes: number;
  /** Rejects when the job should be tried again later. */
  run(job: Job): Promise<'done' | 'overtaken' | 'failed'>;
  /** Milliseconds to wait at least, or just so long, before the next try after this error. */
  pause(error: unknown): { least: number } | { just: number };
  /** Told of each try that rejected; `again` in milliseconds, `null` when it was the last. */
  failed(job: Job, error: unknown, again: number | null): void;
  ended(job: Job, state: 'done' | 'overtaken' | 'failed'): void;
  /** No job is taken once it is aborted; those that run go on. */
  stop: AbortSignal;
}

/** How long, in milliseconds, after the first, second … try that rejected; GitHub's limits last for an hour. */
const AGAIN = [5_000, 60_000, 600_000] as const;
const LATER = 3_600_000;

/** `null`: never. */
function againAfter(attempt: number): number | null {
  if (attempt >= ATTEMPTS + ENDINGS) return null;
  // Given up, it comes to its end at once.
  return attempt === ATTEMPTS ? AGAIN[0] : (AGAIN[attempt - 1] ?? LATER);
}

async function once({ run, ended, failed, pause }: Work, job: Job): Promise<void> {
  let state: Awaited<ReturnType<Work['run']>>;
  try {
    state = await run(job);
  } catch (error) {
    const after = againAfter(job.attempt);
    const asked = pause(error);
    const wanted = 'just' in asked ? asked.just : Math.max(after ?? 0, Math.min(asked.least, LATER));
    const again = after === null ? null : wanted;
    failed(job, error, again);
    return again === null ? job.end('failed') : job.again(again);
  }
  await job.end(state);
  ended(job, state);
}

async function lane(work: Work): Promise<void> {
  for (;;) {
    const job = await work.queue.take(work.stop);
    if (!job) return;
    await once(work, job);
  }
}

/** Resolves after `stop`, when the last job that runs has ended. Rejects when the queue itself fails. */
export async function work(settings: Work): Promise<void> {
  await Promise.all(Array.from({ length: settings.lanes }, () => lane(settings)));
}
