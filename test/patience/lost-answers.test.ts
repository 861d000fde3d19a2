// Every request of a review in turn is lost, loses its answer or a part of it, gets a 502, or an answer of before: the end is the same each time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FaultKind } from '../github/faults.ts';
import { type GitHub, startGitHub } from '../github/github.ts';
import type { PullRequest, Repository } from '../github/world.ts';
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

/** How a conversation about what is fixed ends, by what the owner grants; beyond four comments there are annotations. */
const ENDS = ['resolved', 'hidden', 'edited'] as const;
type End = (typeof ENDS)[number];
const SETTINGS = { '.github/hullcheck.yml': 'max-comments: 4\n' };
const FORBIDDEN = { data: { m0: null }, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] };

function limit(github: GitHub, repository: Repository, end: End): void {
  for (const installation of github.world.installations.values())
    if (installation.repositories.has(repository) && end === 'hidden')
      installation.permissions = { metadata: 'read', contents: 'read', checks: 'write', pull_requests: 'write' };
  const mutation = { path: '/graphql', body: /mutation.*(resolveReviewThread|minimizeComment)/, kind: 'before' } as const;
  const headers = { 'content-type': 'application/json' };
  if (end === 'edited') github.fault({ ...mutation, status: 200, answer: FORBIDDEN, headers, times: 1_000 });
}

let count = 0;
async function told(github: GitHub, kind: FaultKind, which: number, way: End): Promise<{ end: unknown; requests: number }> {
  github.clearFaults();
  const repository = await github.createRepository(`octo-${count}`, `lost-${count++}`, { files: SETTINGS });
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
  limit(github, repository, way);
  await reviewed(github, pull);
  await github.push(repository, 'change', { files: SECOND });
  await reviewed(github, pull);
  return { end: standing(pull), requests };
}

describe('every request', { concurrency: 4 }, () => {
  for (const [kind, way] of [
    ...(['drop', 'dropAfter', 'cut', 'before', 'after', 'stale'] as const).map((one) => [one, 'resolved'] as const),
    ['drop', 'hidden'] as const,
    ['dropAfter', 'hidden'] as const,
    ['drop', 'edited'] as const,
  ])
    it(`meets ${kind} while what is fixed is ${way}`, async () => {
      const github = await startGitHub();
      const { end, requests } = await told(github, kind, -1, way);
      assert.ok(requests > (kind === 'stale' ? 3 : 10));
      for (let which = 0; which < requests; which++)
        assert.deepEqual((await told(github, kind, which, way)).end, end, `request ${which} of ${requests}`);
      await github.close();
    });
});
