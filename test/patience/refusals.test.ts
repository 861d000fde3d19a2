// The App as a process: each refusal at each request of a review, once, and answers that break off. The end is the same each time.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AppWorld, BAD } from '../app/world.ts';
import type { Fault } from '../github/faults.ts';

const REQUESTS = {
  'the token': { method: 'POST', path: /\/access_tokens$/ },
  'the look for a check': { method: 'GET', path: /\/commits\/\w+\/check-runs$/ },
  'the new check': { method: 'POST', path: /\/check-runs$/ },
  'the files': { method: 'GET', path: /\/files$/ },
  'the texts': { path: '/graphql' },
  'the review': { method: 'POST', path: /\/reviews$/ },
  'the completion': { method: 'PATCH', path: /\/check-runs\/\d+$/ },
} as const;

const ANSWERS: Record<string, Partial<Fault> & Pick<Fault, 'kind'>> = {
  401: { kind: 'before', status: 401 },
  403: { kind: 'before', status: 403 },
  404: { kind: 'before', status: 404 },
  409: { kind: 'before', status: 409 },
  422: { kind: 'before', status: 422 },
  '429 until a date': { kind: 'before', status: 429, headers: { 'retry-after': new Date(Date.now() + 2_000).toUTCString() } },
  502: { kind: 'before', status: 502 },
  '502 although it was done': { kind: 'after', status: 502 },
  'an answer that breaks off': { kind: 'cut' },
  'a connection that breaks': { kind: 'drop' },
  'no answer': { kind: 'dropAfter' },
};

describe('once', { concurrency: 20 }, () => {
  let world: AppWorld;
  let count = 0;
  before(async () => {
    world = await AppWorld.start();
  });
  after(() => world.close());

  for (const [what, request] of Object.entries(REQUESTS))
    for (const [how, answer] of Object.entries(ANSWERS))
      it(`${how} to ${what}`, async () => {
        const owner = `unlucky-${count++}`;
        const repository = await world.github.createRepository(owner, 'shop');
        await world.github.commit(repository, 'topic', { files: { Dockerfile: BAD } });
        let left = 1;
        const about = `"${owner}"`;
        const installation = [...world.github.world.installations.values()].find(({ account }) => account.login === owner);
        const here = (path: string) =>
          path.includes(`/${owner}/`) || path.includes(`/installations/${installation?.id}/`) || path === '/graphql';
        world.github.fault({
          ...answer,
          ...request,
          ...(what === 'the texts' && { body: new RegExp(about) }),
          times: 1_000,
          when: (_, path) => here(path) && left-- > 0,
        });
        const pull = await world.github.openPullRequest(repository, { head: 'topic' });
        assert.equal((await world.checked(pull)).conclusion, 'failure');
        const { checkRuns, reviews, threads } = world.github.stateOf(pull);
        assert.deepEqual([checkRuns.length, reviews.length, threads.length > 1], [1, 1, true]);
        assert.ok(left < 1, 'it met the fault');
      });
});
