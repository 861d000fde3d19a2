// Every request of a review in turn is lost, loses its answer or a part of it, gets a 502, or an answer of before: the end is the same each time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FaultKind } from '../github/faults.ts';
import { type GitHub, startGitHub } from '../github/github.ts';
import type { PullRequest } from '../github/world.ts';
import { reviewAsApp } from '../pull-request/app.ts';
import { FIRST, SECOND, standing } from './story.ts';

/** As the queue does it: what rejects is tried again. */
async function reviewed(github: GitHub, pull: PullRequest): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await reviewAsApp(github, pull, { haste: 60, after: 0 });
      return;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

let count = 0;
async function told(github: GitHub, kind: FaultKind, which: number): Promise<{ end: unknown; requests: number }> {
  github.clearFaults();
  const repository = await github.createRepository(`octo-${count}`, `lost-${count++}`);
  await github.commit(repository, 'change', { files: FIRST });
  const pull = await github.openPullRequest(repository, { head: 'change' });
  let requests = 0;
  github.fault({
    // A write has no older state to answer with.
    when: (method, path) =>
      !/access_tokens$|\/installation$/.test(path) && (kind !== 'stale' || method === 'GET') && requests++ === which,
    kind,
    times: 1,
  });
  await reviewed(github, pull);
  await github.push(repository, 'change', { files: SECOND });
  await reviewed(github, pull);
  return { end: standing(pull), requests };
}

describe('every request', { concurrency: 4 }, () => {
  for (const kind of ['drop', 'dropAfter', 'cut', 'before', 'after', 'stale'] as const)
    it(`meets ${kind}`, async () => {
      const github = await startGitHub();
      const { end, requests } = await told(github, kind, -1);
      assert.ok(requests > (kind === 'stale' ? 3 : 10));
      for (let which = 0; which < requests; which++)
        assert.deepEqual((await told(github, kind, which)).end, end, `request ${which} of ${requests}`);
      await github.close();
    });
});
