// The App as a process against the fake GitHub: merge queues, re-runs, and what an owner does not grant.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AppWorld, BAD, CLEAN, until } from './app/world.ts';
import type { PullRequest, Repository } from './github/world.ts';

const shown = ({ output }: { output: unknown }) => JSON.stringify(output);

describe('the App and', () => {
  let world: AppWorld;
  before(async () => {
    world = await AppWorld.start();
  });
  after(() => world.close());

  const grant = (repository: Repository, permissions: Record<string, 'read' | 'write'>) => {
    for (const installation of world.github.world.installations.values())
      if (installation.repositories.has(repository)) installation.permissions = { metadata: 'read', ...permissions };
  };

  async function asked(owner: string, permissions: Record<string, 'read' | 'write'>): Promise<PullRequest> {
    const repository = await world.github.createRepository(owner, 'shop', { private: true });
    grant(repository, permissions);
    await world.github.commit(repository, 'topic', { files: { Dockerfile: BAD } });
    return world.github.openPullRequest(repository, { head: 'topic' });
  }

  it('the merge queue: the verdict of the pull request, no review, also when it is run again', async () => {
    for (const [name, text, verdict] of [
      ['queued-bad', BAD, 'failure'],
      ['queued-clean', CLEAN, 'success'],
    ] as const) {
      const pull = await world.pull(name, { Dockerfile: text });
      assert.equal((await world.checked(pull)).conclusion, verdict);
      await world.github.commit(pull.repository, 'main', { files: { 'other/Dockerfile': BAD } });
      const { reviews } = world.github.stateOf(pull);
      const group = await world.github.queue(pull);
      const check = await world.checked(pull, group);
      assert.deepEqual([check.name, check.conclusion], ['Hullcheck', verdict], shown(check));
      await world.github.rerequest(check);
      await until('the group is checked again', () => world.checks(pull, group).length === 2);
      await until('it is completed', () => world.checks(pull, group).every(({ conclusion }) => conclusion === verdict));
      assert.equal(world.github.stateOf(pull).reviews.length, reviews.length);
    }
  });

  it('a re-run on a closed pull request, which is completed as well', async () => {
    const pull = await world.pull('closed', { Dockerfile: BAD });
    const first = await world.checked(pull);
    await world.github.setOpen(pull, false);
    await world.github.rerequest(first);
    await until('there is a second check', () => world.checks(pull).length === 2);
    await until('it is completed', () => world.checks(pull).every(({ conclusion }) => conclusion === 'failure'));
    assert.equal(world.github.stateOf(pull).reviews.length, 1);
  });

  it('an owner who does not grant checks: the review says so', async () => {
    const pull = await asked('no-checks', { contents: 'read', pull_requests: 'write' });
    const review = await until('a review', () => world.github.stateOf(pull).reviews[0]);
    assert.match(review.body, /`checks: write`/);
    assert.deepEqual(world.checks(pull), []);
  });

  it('an owner who does not grant pull requests: annotations', async () => {
    const pull = await asked('no-pulls', { contents: 'read', checks: 'write' });
    const check = await world.checked(pull);
    assert.equal(check.conclusion, 'failure', shown(check));
    assert.ok(check.annotations.length > 0);
    assert.match(shown(check), /`pull_requests: read`/);
    assert.equal(world.github.stateOf(pull).reviews.length, 0);
  });

  it('an owner who does not grant contents: neutral', async () => {
    const pull = await asked('no-contents', { checks: 'write', pull_requests: 'write' });
    const check = await world.checked(pull);
    assert.equal(check.conclusion, 'neutral', shown(check));
    assert.match(shown(check), /`contents: read`/);
  });

  it('an owner who only grants reading: nothing is posted, and nothing is tried for ever', async () => {
    const pull = await asked('read-only', { contents: 'read', checks: 'read', pull_requests: 'read' });
    await world.dealtWith();
    assert.deepEqual([world.checks(pull).length, world.github.stateOf(pull).reviews.length], [0, 0]);
    assert.match(world.app.output(), /pull_requests: write/);
  });

  it('an archived repository: it is left alone', async () => {
    const refusal = { kind: 'before', status: 403, answer: { message: 'Repository was archived so is read-only.' } } as const;
    world.github.fault({ method: 'POST', path: /archived\/check-runs$/, ...refusal });
    const pull = await world.pull('archived', { Dockerfile: BAD });
    await world.dealtWith();
    assert.equal(world.requests(pull).length, 2);
    world.github.clearFaults();
  });
});

describe('webhooks that did not arrive', () => {
  it('are asked for when the App is back; what a lost disk forgot is done, and nothing twice', async () => {
    const world = await AppWorld.start();
    const pull = await world.pull('missed', { Dockerfile: CLEAN });
    await world.checked(pull);
    await world.app.end('SIGTERM');
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: BAD } });
    assert.equal(world.checks(pull).length, 0);
    await world.startApp();
    assert.equal((await world.checked(pull)).conclusion, 'failure');
    assert.equal(world.github.stateOf(pull).reviews.length, 1);

    await world.app.end('SIGKILL');
    world.loseData();
    const before = world.github.deliveries.length;
    await world.startApp();
    await until('they come again', () => world.github.deliveries.length >= before + 2);
    await world.dealtWith();
    assert.deepEqual([world.checks(pull).length, world.github.stateOf(pull).reviews.length], [1, 1]);
    await world.close();
  });
});
