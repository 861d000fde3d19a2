// The App as a process against the fake GitHub: what a push to a pull request gets.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AppWorld, BAD, CLEAN, until } from './app/world.ts';

describe('the App', () => {
  let world: AppWorld;
  before(async () => {
    world = await AppWorld.start();
  });
  after(() => world.close());

  it('reviews a bad pull request: check first, then one review on lines of the diff', async () => {
    const pull = await world.pull('bad', { Dockerfile: BAD });
    const check = await world.checked(pull);
    assert.deepEqual([check.name, check.conclusion, world.checks(pull).length], ['Hullcheck', 'failure', 1]);
    const { reviews, threads, comments } = world.github.stateOf(pull);
    assert.deepEqual([reviews.length, reviews[0]?.state, reviews[0]?.commit, comments], [1, 'COMMENTED', pull.head.sha, []]);
    assert.ok(threads.length > 1 && threads.every(({ path }) => path === 'Dockerfile'));
    const requests = world.requests(pull);
    assert.equal(requests.find(({ write }) => write)?.operation, 'checks/create');
    assert.ok(requests.length <= 9, `${requests.length} requests`);
  });

  it('asks for tokens that are good for one repository and one step', async () => {
    const pull = await world.pull('tokens', { Dockerfile: BAD });
    await world.checked(pull);
    const asked = world.github.requests.filter(({ operation, body }) => {
      const ids = (body as { repository_ids?: number[] } | undefined)?.repository_ids;
      return operation === 'apps/create-installation-access-token' && ids?.includes(pull.repository.id);
    });
    assert.deepEqual(
      asked.map(({ body }) => body),
      [
        { repository_ids: [pull.repository.id], permissions: { checks: 'write', metadata: 'read', pull_requests: 'write' } },
        { repository_ids: [pull.repository.id], permissions: { contents: 'read', metadata: 'read', pull_requests: 'read' } },
      ],
    );
    assert.doesNotMatch(world.app.output(), /ghs_(?!\[redacted\])/);
  });

  it('says success for a clean one, and for one without Docker, in few requests', async () => {
    for (const [name, files] of [
      ['clean', { Dockerfile: CLEAN }],
      ['docs', { 'docs/a.md': '# A\n' }],
    ] as const) {
      const pull = await world.pull(name, files);
      assert.equal((await world.checked(pull)).conclusion, 'success');
      assert.equal(world.github.stateOf(pull).reviews.length, 0);
      assert.ok(world.requests(pull).length <= 6, `${name}: ${world.requests(pull).length} requests`);
    }
  });

  it('reviews a second push for what is new in it', async () => {
    const pull = await world.pull('second', { Dockerfile: BAD });
    await world.checked(pull);
    const said = world.github.stateOf(pull).threads.length;
    const first = pull.head.sha;
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: BAD, 'web/Dockerfile': CLEAN } });
    const check = await world.checked(pull);
    assert.equal(check.conclusion, 'failure', check.output.summary ?? '');
    assert.deepEqual([world.github.stateOf(pull).reviews.length, world.github.stateOf(pull).threads.length], [1, said]);
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: CLEAN } });
    assert.equal((await world.checked(pull)).conclusion, 'success');
    assert.equal(world.checks(pull, first)[0]?.conclusion, 'failure');
  });

  it('stops for a newer head, whose check alone counts', async () => {
    world.github.fault({ path: '/graphql', body: /"overtaken"/, kind: 'slow', delay: 500 });
    const pull = await world.pull('overtaken', { Dockerfile: CLEAN });
    const older = pull.head.sha;
    await until('the older head is under review', () => world.requests(pull).some(({ path }) => path === '/graphql'));
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: BAD } });
    assert.equal((await world.checked(pull)).conclusion, 'failure');
    assert.deepEqual(
      world.checks(pull, older).map(({ conclusion }) => conclusion),
      ['cancelled'],
    );
    assert.deepEqual(
      world.github.stateOf(pull).reviews.map(({ commit }) => commit),
      [pull.head.sha],
    );
  });

  it('reviews a fork', async () => {
    const repository = await world.github.createRepository('acme', 'forked');
    const fork = await world.github.fork(repository, 'stranger');
    await world.github.commit(fork, 'topic', { files: { Dockerfile: BAD } });
    const pull = await world.github.openPullRequest(repository, { head: 'topic', from: fork, author: 'stranger' });
    assert.equal((await world.checked(pull)).conclusion, 'failure');
    assert.equal(world.github.stateOf(pull).reviews.length, 1);
  });

  it('reviews 350 files with at most 30 comments', async () => {
    const files = Object.fromEntries(Array.from({ length: 350 }, (_, n) => [`services/s${n}/Dockerfile`, BAD]));
    const pull = await world.pull('many', files);
    const check = await world.checked(pull);
    assert.equal(check.conclusion, 'failure');
    const { reviews, threads } = world.github.stateOf(pull);
    assert.equal(reviews.length, 1);
    assert.ok(threads.length > 0 && threads.length <= 30);
    assert.equal(new Set(threads.map(({ path }) => path)).size, threads.length, 'no file gets a second comment first');
    assert.ok(check.annotations.length > 0);
  });

  it('takes settings from the base and never from the head', async () => {
    const quiet = 'fail-on: never\npreset: recommended\nignore: ["**"]\n';
    const head = await world.pull('settings-head', { Dockerfile: BAD, '.github/hullcheck.yml': quiet });
    assert.equal((await world.checked(head)).conclusion, 'failure');
    const base = await world.pull('settings-base', { Dockerfile: BAD }, { '.github/hullcheck.yml': quiet });
    assert.equal((await world.checked(base)).conclusion, 'success');
    assert.equal(world.github.stateOf(base).reviews.length, 0);
  });

  it('writes nothing for a repeated delivery, also after a restart', async () => {
    const pull = await world.pull('repeated', { Dockerfile: BAD });
    await world.checked(pull);
    await world.dealtWith();
    const guid = world.github.deliveries.at(-1)?.guid ?? '';
    const requests = world.requests(pull).length;
    assert.equal((await world.github.redeliver(guid)).statusCode, 202);
    assert.equal(await world.app.end('SIGTERM'), 0);
    await world.startApp();
    assert.equal((await world.github.redeliver(guid)).statusCode, 202);
    await world.checked(await world.pull('repeated-after', { Dockerfile: CLEAN }));
    assert.equal(world.requests(pull).length, requests);
  });

  it('reviews a head once, however many events name it', async () => {
    const pull = await world.pull('once', { Dockerfile: BAD });
    await world.checked(pull);
    await world.dealtWith();
    const requests = world.requests(pull).length;
    for (const action of ['ready_for_review', 'reopened']) await world.github.announce(pull, action);
    await world.github.announce(pull, 'synchronize', { before: pull.head.sha, after: pull.head.sha });
    await world.github.announce(pull, 'edited', { changes: { title: { from: 'x' } } });
    await world.github.setOpen(pull, false);
    await world.checked(await world.pull('once-after', { Dockerfile: CLEAN }));
    assert.equal(world.requests(pull).length, requests);
  });

  it('reviews again when the base is changed', async () => {
    const pull = await world.pull('rebased', { Dockerfile: CLEAN });
    await world.checked(pull);
    await world.github.commit(pull.repository, 'release', { files: { 'x.txt': 'x' } });
    await world.dealtWith();
    const requests = world.requests(pull).length;
    pull.base = { branch: 'release', sha: (await pull.repository.git.commitOf('refs/heads/release')) ?? '' };
    await world.github.announce(pull, 'edited', { changes: { base: { ref: { from: 'main' }, sha: { from: pull.base.sha } } } });
    await world.dealtWith();
    assert.ok(world.requests(pull).length > requests);
    assert.deepEqual(
      world.checks(pull).map(({ status }) => status),
      ['completed', 'completed'],
    );
  });

  it('checks again when somebody presses re-run, and says nothing twice', async () => {
    const pull = await world.pull('rerun', { Dockerfile: BAD });
    const first = await world.checked(pull);
    for (const again of [() => world.github.rerequest(first), () => world.github.rerequestSuite(first)]) {
      const before = world.checks(pull).length;
      await again();
      await until(
        'another check is completed',
        () => world.checks(pull).length > before && world.checks(pull).every(({ status }) => status === 'completed'),
      );
    }
    assert.deepEqual(
      world.checks(pull).map(({ conclusion }) => conclusion),
      ['failure', 'failure', 'failure'],
    );
    assert.equal(world.github.stateOf(pull).reviews.length, 1);
  });

  it('does with less than it asked for', async () => {
    const repository = await world.github.createRepository('thrifty', 'shop');
    for (const installation of world.github.world.installations.values())
      if (installation.repositories.has(repository))
        installation.permissions = { metadata: 'read', contents: 'read', checks: 'write', pull_requests: 'read' };
    await world.github.commit(repository, 'topic', { files: { Dockerfile: BAD } });
    const pull = await world.github.openPullRequest(repository, { head: 'topic' });
    const check = await world.checked(pull);
    assert.equal(check.conclusion, 'failure');
    assert.ok(check.annotations.length > 0);
    assert.match(JSON.stringify(check.output), /pull_requests: write/);
    assert.equal(world.github.stateOf(pull).reviews.length, 0);
  });
});
