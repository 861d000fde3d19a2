// The App as a process when GitHub is not as its webhook said: renamed, suspended, deleted, archived, or unwilling.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AppWorld, BAD, CLEAN } from './app/world.ts';
import type { PullRequest } from './github/world.ts';

describe('the App and', () => {
  let world: AppWorld;
  before(async () => {
    world = await AppWorld.start();
  });
  after(() => world.close());
  const whole = async (pull: PullRequest) => {
    assert.equal((await world.checked(pull)).conclusion, 'failure');
    assert.deepEqual([world.checks(pull).length, world.github.stateOf(pull).reviews.length], [1, 1]);
  };

  it('a repository that is renamed before its webhook is dealt with', async () => {
    const { webhook } = world.github.app;
    const { url } = webhook;
    webhook.url = null;
    const pull = await world.pull('old-name', { Dockerfile: BAD });
    webhook.url = url;
    world.github.rename(pull.repository, 'new-name');
    const missed = world.github.deliveries.findLast(({ event }) => event === 'pull_request');
    await world.github.redeliver(missed?.guid ?? '');
    await whole(pull);
  });

  it('reviews that GitHub never takes: annotations', async () => {
    const pull = await world.pull('never-taken', { Dockerfile: CLEAN });
    await world.checked(pull);
    world.github.fault({ method: 'POST', path: /never-taken\/pulls\/\d+\/reviews$/, kind: 'before', status: 409, times: 100 });
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: BAD } });
    const check = await world.checked(pull);
    assert.ok(check.annotations.length > 1);
    assert.match(check.output.summary ?? '', /Comments could not be posted: GitHub answered 409/);
  });

  it('an installation that is suspended, and one that is deleted: left alone, and others are not kept waiting', async () => {
    for (const how of ['suspended', 'deleted'] as const) {
      const repository = await world.github.createRepository(how, 'shop');
      await world.github.commit(repository, 'topic', { files: { Dockerfile: BAD } });
      const [id, installation] = [...world.github.world.installations].find(([, { account }]) => account.login === how) ?? [];
      world.github.fault({ method: 'POST', path: new RegExp(`/installations/${id}/`), kind: 'slow', delay: 300 });
      const pull = await world.github.openPullRequest(repository, { head: 'topic' });
      if (installation && how === 'suspended') installation.suspended = true;
      else world.github.world.installations.delete(id ?? 0);
      await world.app.said(new RegExp(`"pull":"${how}/shop#1".*"state":"gone"`));
      assert.deepEqual(world.checks(pull), []);
      await whole(await world.pull(`beside-${how}`, { Dockerfile: BAD }));
    }
  });

  it('a repository that is archived meanwhile', async () => {
    const { webhook } = world.github.app;
    const { url } = webhook;
    webhook.url = null;
    const pull = await world.pull('kept-for-ever', { Dockerfile: BAD });
    webhook.url = url;
    pull.repository.archived = true;
    const missed = world.github.deliveries.findLast(({ event }) => event === 'pull_request');
    await world.github.redeliver(missed?.guid ?? '');
    await world.dealtWith();
    assert.deepEqual([world.checks(pull).length, world.github.stateOf(pull).reviews.length], [0, 0]);
  });
});
