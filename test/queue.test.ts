// Laws that every queue keeps: nothing accepted is lost, nothing runs twice, one lane at a time, the newest head wins.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { ATTEMPTS, type Delivery, ENDINGS, type Job, type Queue, REMEMBERED } from '../src/queue/queue.ts';
import { openSqlite } from '../src/queue/sqlite.ts';

const IMPLEMENTATIONS: Record<string, (folder: string, now: () => number) => Queue> = {
  sqlite: (folder, now) => openSqlite(join(folder, 'queue.sqlite'), now),
};

const push = (id: string, head = id, lane = 'pr', at: number | null = null): Delivery => ({
  id,
  event: 'pull_request',
  payload: `{"head":"${head}"}`,
  lane: { key: lane, subject: `${head}..main`, at },
});
const free = (id: string): Delivery => ({ id, event: 'ping', payload: '{}', lane: null });

for (const [name, open] of Object.entries(IMPLEMENTATIONS)) {
  describe(`queue: ${name}`, () => {
    const folders: string[] = [];
    const opened: Queue[] = [];
    let time = Date.UTC(2026, 0, 1);

    const folder = () => {
      folders.push(mkdtempSync(join(tmpdir(), 'hullcheck-queue-')));
      return folders.at(-1) as string;
    };
    const queueIn = (where: string) => {
      opened.push(open(where, () => time));
      return opened.at(-1) as Queue;
    };
    /** Takes what can be taken now. */
    async function taken(queue: Queue): Promise<Job[]> {
      const jobs: Job[] = [];
      for (;;) {
        const stop = new AbortController();
        const waiting = queue.take(stop.signal);
        for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
        stop.abort();
        const job = await waiting;
        if (!job) return jobs;
        jobs.push(job);
      }
    }
    const ids = (jobs: readonly Job[]) => jobs.map((job) => job.id);

    afterEach(async () => {
      for (const queue of opened.splice(0)) await queue.close().catch(() => {});
      for (const path of folders.splice(0)) rmSync(path, { recursive: true });
    });

    it('hands out what came, in order, with its payload', async () => {
      const queue = queueIn(folder());
      await Promise.all(['a', 'b', 'c'].map((id) => queue.add(free(id))));
      assert.equal(await queue.add(push('d')), true);
      const jobs = await taken(queue);
      assert.deepEqual(ids(jobs), ['a', 'b', 'c', 'd']);
      assert.deepEqual([jobs[3]?.event, jobs[3]?.payload, jobs[3]?.attempt], ['pull_request', '{"head":"d"}', 1]);
    });

    it('wakes a taker when something comes', async () => {
      const queue = queueIn(folder());
      const waiting = queue.take(new AbortController().signal);
      await queue.add(free('a'));
      assert.equal((await waiting)?.id, 'a');
    });

    it('knows a GUID again, in every state, also when opened anew', async () => {
      const where = folder();
      const queue = queueIn(where);
      await queue.add(push('a'));
      assert.equal(await queue.add(push('a')), false);
      const [job] = await taken(queue);
      assert.equal(await queue.add(push('a')), false);
      await job?.end('done');
      assert.equal(await queue.add(push('a')), false);
      await queue.close();
      const again = queueIn(where);
      assert.equal(await again.add(push('a')), false);
      assert.deepEqual(await taken(again), []);
    });

    it('knows a GUID again when both come in the same moment', async () => {
      const queue = queueIn(folder());
      assert.deepEqual(await Promise.all([queue.add(push('a')), queue.add(push('a'))]), [true, false]);
      assert.deepEqual(ids(await taken(queue)), ['a']);
    });

    it('runs a failed delivery again when it is repeated', async () => {
      const queue = queueIn(folder());
      await queue.add(push('a'));
      for (const job of await taken(queue)) await job.end('failed');
      assert.deepEqual(await taken(queue), []);
      assert.equal(await queue.add(push('a')), true);
      const [job] = await taken(queue);
      assert.deepEqual([job?.id, job?.payload, job?.attempt], ['a', '{"head":"a"}', 1]);
    });

    it('gives a job back after its time', async () => {
      const queue = queueIn(folder());
      await queue.add(push('a'));
      for (const job of await taken(queue)) await job.again(5_000);
      assert.deepEqual(await taken(queue), []);
      time += 5_000;
      const [job] = await taken(queue);
      assert.deepEqual([job?.id, job?.attempt], ['a', 2]);
    });

    it('leaves what was running to the next process', async () => {
      const where = folder();
      const queue = queueIn(where);
      await queue.add(push('a'));
      await queue.add(push('b', 'b', 'other'));
      const jobs = await taken(queue);
      await jobs.find(({ id }) => id === 'b')?.end('done');
      await queue.close();
      const [job, ...more] = await taken(queueIn(where));
      assert.deepEqual([job?.id, job?.attempt, more], ['a', 2, []]);
    });

    it('gives up what was begun again and again and never ended, once what it left behind had its chances', async () => {
      const where = folder();
      for (let attempt = 1; attempt <= ATTEMPTS + ENDINGS; attempt++) {
        const queue = queueIn(where);
        if (attempt === 1) await queue.add(push('a'));
        const [job] = await taken(queue);
        assert.deepEqual([job?.attempt, job?.givenUp], [attempt, attempt > ATTEMPTS]);
        await queue.close();
      }
      const queue = queueIn(where);
      assert.deepEqual(await taken(queue), []);
      assert.equal(await queue.add(push('a')), true, 'a repetition may try again');
    });

    it('runs one job of a lane at a time, and other lanes beside it', async () => {
      const queue = queueIn(folder());
      await queue.add(push('a'));
      const [first] = await taken(queue);
      await queue.add(push('b'));
      await queue.add(push('c', 'c', 'other'));
      assert.deepEqual(ids(await taken(queue)), ['c']);
      await first?.end('overtaken');
      assert.deepEqual(ids(await taken(queue)), ['b']);
    });

    it('stops the job of an older head, and drops older heads that wait', async () => {
      const queue = queueIn(folder());
      await queue.add(push('a'));
      const [first] = await taken(queue);
      assert.equal(first?.overtaken.aborted, false);
      await queue.add(push('b'));
      assert.equal(first?.overtaken.aborted, true);
      await queue.add(push('c'));
      await first?.end('overtaken');
      assert.deepEqual(ids(await taken(queue)), ['c']);
    });

    it('hands out an older head that was begun before, as overtaken, so that its check is ended', async () => {
      const queue = queueIn(folder());
      await queue.add(push('a'));
      for (const job of await taken(queue)) await job.again(5_000);
      await queue.add(push('b'));
      const [older] = await taken(queue);
      assert.deepEqual([older?.id, older?.overtaken.aborted], ['a', true]);
      await older?.end('overtaken');
      const [newer] = await taken(queue);
      assert.deepEqual([newer?.id, newer?.overtaken.aborted], ['b', false]);
    });

    it('reviews a head once that two deliveries name', async () => {
      const queue = queueIn(folder());
      await queue.add(push('a', 'head'));
      const [first] = await taken(queue);
      await queue.add(push('b', 'head'));
      assert.equal(first?.overtaken.aborted, false);
      await first?.end('done');
      await queue.add(push('c', 'head'));
      assert.deepEqual(await taken(queue), []);
    });

    it('reviews a head again that another one had overtaken', async () => {
      const queue = queueIn(folder());
      for (const [id, state] of [
        ['1', 'done'],
        ['2', 'overtaken'],
        ['3', 'done'],
      ] as const) {
        await queue.add(push(id, id === '2' ? 'other' : 'head'));
        const [job] = await taken(queue);
        assert.equal(job?.id, id);
        await job?.end(state);
      }
    });

    it('does not let a late delivery of an older state overtake', async () => {
      const queue = queueIn(folder());
      await queue.add(push('new', 'new', 'pr', 2_000));
      const [job] = await taken(queue);
      assert.equal(await queue.add(push('old', 'old', 'pr', 1_000)), true);
      assert.equal(job?.overtaken.aborted, false);
      await job?.end('done');
      assert.deepEqual(await taken(queue), []);
    });

    it('runs what was asked for by hand in its turn, though the head was reviewed', async () => {
      const queue = queueIn(folder());
      await queue.add(push('a', 'head'));
      const [first] = await taken(queue);
      await queue.add({ ...push('b'), lane: { key: 'pr', subject: null, at: null } });
      assert.equal(first?.overtaken.aborted, false);
      await first?.end('done');
      assert.deepEqual(ids(await taken(queue)), ['b']);
    });

    it('forgets what ended long ago, and nothing else', async () => {
      const queue = queueIn(folder());
      await queue.add(push('ended'));
      for (const job of await taken(queue)) await job.end('done');
      await queue.add(push('open', 'open', 'other'));
      time += REMEMBERED + 1;
      await queue.add(free('new'));
      assert.equal(await queue.add(push('open', 'open', 'other')), false);
      assert.equal(await queue.add(push('ended')), true);
    });

    it('refuses a second owner, and takes the place of one that is gone', async () => {
      const where = folder();
      const queue = queueIn(where);
      assert.throws(() => queueIn(where));
      await queue.close();
      assert.equal(await queueIn(where).add(free('a')), true);
    });
  });
}
