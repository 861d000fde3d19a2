// The App is killed at any moment of a review: started again it finishes, with one check and one review.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AppWorld, BAD, until } from './app/world.ts';
import type { Fault } from './github/faults.ts';

/** So late that the App is killed while it waits for the answer, which is then lost. */
const LOST = { delay: 4_000, kind: 'drop' } as const;

const MOMENTS: [string, Fault | null, string][] = [
  ['the webhook was accepted', { method: 'POST', path: /\/check-runs$/, ...LOST }, 'checks/create'],
  ['the check was begun', { method: 'GET', path: /\/files$/, ...LOST }, 'pulls/list-files'],
  ['the job was begun', null, 'graphql'],
  ['the review was posted', { method: 'PATCH', path: /\/check-runs\/\d+$/, ...LOST }, 'checks/update'],
];

describe('killed after', () => {
  let world: AppWorld;
  before(async () => {
    world = await AppWorld.start();
  });
  after(() => world.close());

  for (const [index, [moment, fault, operation]] of MOMENTS.entries())
    it(moment, async () => {
      if (fault) world.github.fault(fault);
      const pull = await world.pull(`killed-${index}`, { Dockerfile: BAD });
      const reached = (path: string) =>
        operation === 'graphql' ? path === '/graphql' : fault?.path instanceof RegExp && fault.path.test(path);
      await until(`a request of ${operation}`, () =>
        world.requests(pull).some(({ path, until }) => reached(path) && (fault !== null || until !== null)),
      );
      await world.killApp();
      const check = await world.checked(pull);
      assert.equal(check.conclusion, 'failure');
      assert.equal(world.checks(pull).length, 1);
      const { reviews, threads } = world.github.stateOf(pull);
      assert.equal(reviews.length, 1);
      assert.equal(
        new Set(threads.map(({ path, original, comments }) => `${path}:${original.line} ${comments[0]?.body}`)).size,
        threads.length,
      );
      const guid = world.github.deliveries.find(
        ({ event, payload }) => event === 'pull_request' && JSON.stringify(payload).includes(pull.nodeId),
      )?.guid;
      await world.app.said(new RegExp(`"delivery":"${guid}","state":"done"`));
      world.github.clearFaults();
    });
});

describe('told to end', () => {
  it('finishes the review that runs, and takes no other', async () => {
    const world = await AppWorld.start();
    world.github.fault({ method: 'GET', path: /\/files$/, kind: 'slow', delay: 300 });
    const pull = await world.pull('ending', { Dockerfile: BAD });
    await until('a review runs', () => world.requests(pull).some(({ path }) => path.endsWith('/files')));
    assert.equal(await world.app.end('SIGTERM'), 0);
    assert.deepEqual(
      world.checks(pull).map(({ conclusion }) => conclusion),
      ['failure'],
    );
    await world.close();
  });
});
