// The App is killed at every request of a review in turn, which GitHub has done or not: started again it comes to the same end.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AppWorld, until } from '../app/world.ts';
import type { PullRequest } from '../github/world.ts';
import { FIRST, SECOND, standing } from './story.ts';

const PATIENCE = 90_000;

let count = 0;

/** `which`: of all requests about the pull request the one that is its last. */
async function told(world: AppWorld, done: boolean, which: number): Promise<{ end: unknown; requests: number }> {
  const { github } = world;
  let requests = 0;
  let dead: Promise<unknown> | null = null;
  github.clearFaults();
  github.fault({
    when: (_, path) => {
      if (/access_tokens$|^\/app/.test(path) || requests++ !== which) return false;
      dead = world.app.end('SIGKILL').then(() => world.startApp());
      return !done;
    },
    kind: 'drop',
  });
  const ended = async (pull: PullRequest, head = pull.head.sha) => {
    await until(
      `the check is completed; request ${which}`,
      () => world.checks(pull, head).some(({ status }) => status === 'completed'),
      PATIENCE,
    );
    await dead;
    await world.dealtWith();
  };
  const pull = await world.pull(`killed-${count++}`, FIRST);
  await ended(pull);
  await github.push(pull.repository, 'topic', { files: SECOND });
  await ended(pull);
  await ended(pull, await github.queue(pull));
  return { end: standing(pull), requests };
}

describe('killed at every request', { concurrency: 2 }, () => {
  for (const done of [true, false])
    it(done ? 'that GitHub has done' : 'before GitHub has done it', async () => {
      const world = await AppWorld.start();
      const { end, requests } = await told(world, done, -1);
      assert.ok(requests > 10);
      for (let which = 0; which < requests; which++)
        assert.deepEqual((await told(world, done, which)).end, end, `request ${which} of ${requests}`);
      await world.close();
    });
});
