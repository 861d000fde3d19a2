// 300 webhooks over 100 pull requests, all at once: each is acknowledged, and each pull request's last head is reviewed.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { AppWorld, BAD, CLEAN } from './app/world.ts';

const OWNERS = 5;
const PULLS = 100;

it('acknowledges 300 webhooks at once and reviews 100 pull requests at their last heads', async () => {
  const world = await AppWorld.start({ LOG_LEVEL: 'info' });
  const { github } = world;
  const { emit } = github.world;
  const held: (() => Promise<void>)[] = [];
  github.world.emit = async (...event) => {
    if (event[0] === 'pull_request') held.push(() => emit(...event));
  };
  const pulls = [];
  for (let owner = 0; owner < OWNERS; owner++) {
    const repository = await github.createRepository(`owner-${owner}`, 'shop');
    for (let n = owner; n < PULLS; n += OWNERS) {
      await github.commit(repository, `topic-${n}`, { files: { 'a.txt': `${n}` } });
      const pull = await github.openPullRequest(repository, { head: `topic-${n}` });
      const files = { ...(n % 10 < 2 && { Dockerfile: n % 10 === 0 ? BAD : CLEAN }), 'b.txt': `${n}` };
      const older = pull.head.sha;
      await github.push(repository, `topic-${n}`, { files });
      await github.announce(pull, 'ready_for_review');
      pulls.push({ pull, older, bad: n % 10 === 0 });
    }
  }
  assert.equal(held.length, 300);

  github.world.emit = emit;
  await Promise.all(held.map((send) => send()));
  const sent = github.deliveries.filter(({ event }) => event === 'pull_request');
  assert.deepEqual([...new Set(sent.map(({ statusCode }) => statusCode))], [202]);
  assert.equal(sent.length, 300);
  for (const { pull, older, bad } of pulls) {
    const check = await world.checked(pull);
    assert.equal(check.conclusion, bad ? 'failure' : 'success');
    assert.equal(github.stateOf(pull).reviews.length, bad ? 1 : 0);
    assert.equal(world.checks(pull).length, 1);
    for (const { conclusion } of world.checks(pull, older)) assert.equal(conclusion, 'cancelled');
  }
  await world.close();
});
