// The App as a process when webhooks come late, twice, out of order, or to two replicas: one check that counts, one review, nothing left open.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { dataFolder, environment, startApp } from './app/process.ts';
import { AppWorld, BAD, CLEAN, until } from './app/world.ts';
import type { Fault } from './github/faults.ts';
import type { PullRequest } from './github/world.ts';

/** Longer than the App is allowed to live. */
const HANGING: Fault = { method: 'GET', path: /\/files$/, kind: 'drop', delay: 4_000 };

describe('the App', () => {
  let world: AppWorld;
  before(async () => {
    world = await AppWorld.start();
  });
  after(() => world.close());

  const conclusions = (pull: PullRequest, head: string) => world.checks(pull, head).map(({ conclusion }) => conclusion);
  /** Lets GitHub's webhooks go nowhere, and gives those that did. */
  async function unheard(change: () => Promise<unknown>) {
    const { webhook } = world.github.app;
    const { url } = webhook;
    const before = world.github.deliveries.length;
    webhook.url = null;
    await change();
    await world.github.idle();
    webhook.url = url;
    return world.github.deliveries.slice(before).filter(({ event, redelivery }) => event === 'pull_request' && !redelivery);
  }

  it('reviews the newest head although its webhook comes before that of the older one', async () => {
    const missed = await unheard(async () => {
      const pull = await world.pull('reversed', { Dockerfile: CLEAN });
      await world.github.push(pull.repository, 'topic', { files: { Dockerfile: BAD } });
    });
    assert.equal(missed.length, 2);
    const [pull] = [...world.github.world.repositories.values()].find(({ name }) => name === 'reversed')?.pulls.values() ?? [];
    assert.ok(pull);
    for (const { payload } of missed) Object.assign(payload.pull_request as object, { updated_at: '2026-11-21T12:00:00Z' });
    for (const { guid } of missed.toReversed()) await world.github.redeliver(guid);
    await until('the newest head is reviewed', () => conclusions(pull, pull.head.sha).join() === 'failure');
    assert.equal(world.github.stateOf(pull).reviews.length, 1);
    await world.github.idle();
    const older = Object(missed[0]?.payload.pull_request) as { head: { sha: string } };
    assert.ok(conclusions(pull, older.head.sha).every((one) => one === 'cancelled'));
  });

  it('reviews a head that was overtaken and is the newest again, in the check that it had', async () => {
    world.github.fault({ path: '/graphql', body: /"back-again"/, kind: 'slow', delay: 1_000 });
    const pull = await world.pull('back-again', { Dockerfile: BAD });
    const first = pull.head.sha;
    await until('it is under review', () => world.requests(pull).some(({ path }) => path === '/graphql'));
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: CLEAN } });
    const second = pull.head.sha;
    await until('it was overtaken', () => conclusions(pull, first).includes('cancelled'));
    await until('the second is reviewed', () => conclusions(pull, second).includes('success'));
    const base = pull.base.sha;
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: BAD }, onto: base });
    await until('the third is reviewed', () => conclusions(pull, pull.head.sha).includes('failure'));
    const { sha: before } = pull.head;
    pull.head.sha = first;
    await pull.repository.git.setRef('refs/heads/topic', first);
    await world.github.announce(pull, 'synchronize', { before, after: first });
    await until('the first is reviewed', () => conclusions(pull, first).join() === 'failure');
    assert.equal(world.github.stateOf(pull).reviews.length, 1);
  });

  it('ends the check of a head that was overtaken while the App was dead', async () => {
    world.github.fault(HANGING);
    const pull = await world.pull('dead', { Dockerfile: BAD });
    const first = pull.head.sha;
    await until('it is under review', () => world.requests(pull).some(({ path }) => path.endsWith('/files')));
    await world.app.end('SIGKILL');
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: CLEAN } });
    await world.startApp();
    assert.equal((await world.checked(pull)).conclusion, 'success');
    await until('the older check is ended', () => ['cancelled', 'failure'].includes(conclusions(pull, first).join()));
    assert.equal(world.checks(pull, first).length, 1);
    world.github.clearFaults();
  });

  it('gives up what never ends, and says so in the check', async () => {
    world.github.fault(HANGING);
    const pull = await world.pull('given-up', { Dockerfile: BAD });
    await until('it is under review', () => world.requests(pull).some(({ path }) => path.endsWith('/files')));
    await world.app.end('SIGKILL');
    const queue = new DatabaseSync(join(world.data, 'queue.sqlite'));
    queue.exec("UPDATE delivery SET attempt = 10 WHERE attempt = 1 AND state = 'running'");
    queue.close();
    await world.startApp();
    const check = await world.checked(pull);
    assert.equal(check.conclusion, 'neutral');
    assert.match(check.output.summary ?? '', /begun 10 times/);
    world.github.clearFaults();
    await world.github.rerequest(check);
    await until('it is reviewed', () => conclusions(pull, pull.head.sha).includes('failure'));
  });

  it('with two replicas says nothing twice', async () => {
    const data = dataFolder();
    const { app, key, host } = world.github;
    const own = { APP_ID: String(app.id), PRIVATE_KEY: key.pkcs1, WEBHOOK_SECRET: app.webhook.secret };
    const other = await startApp(environment(data, { ...own, GHE_HOST: host, GHE_PROTOCOL: 'http' }), /at (http:\/\/[\d.:]+)/);
    const pulls: PullRequest[] = [];
    const missed = await unheard(async () => {
      for (let n = 0; n < 6; n++) pulls.push(await world.pull(`twins-${n}`, { Dockerfile: BAD }));
    });
    const { webhook } = app;
    const { url } = webhook;
    const addresses = [url, `${other.url}/api/github/webhooks`];
    await Promise.all(
      missed.flatMap(({ guid }) =>
        addresses.map((address) => {
          webhook.url = address;
          return world.github.redeliver(guid);
        }),
      ),
    );
    webhook.url = url;
    for (const pull of pulls) {
      await until(
        'all is ended',
        () => world.checks(pull).length > 0 && world.checks(pull).every(({ status }) => status === 'completed'),
      );
      await until('it is posted', () => world.github.stateOf(pull).reviews.length > 0);
    }
    assert.equal(await other.end('SIGTERM'), 0);
    rmSync(data, { recursive: true, force: true });
    for (const pull of pulls) {
      const { reviews, threads } = world.github.stateOf(pull);
      const said = threads.map(({ path, comments }) => `${path} ${comments[0]?.body}`);
      assert.deepEqual([reviews.length, new Set(said).size], [1, said.length]);
      assert.ok(world.checks(pull).every(({ conclusion }) => conclusion === 'failure'));
    }
  });
});

describe('a repository that the App is added to', () => {
  const added = (world: AppWorld, pull: PullRequest) => {
    const { repository } = pull;
    const [id, installation] = [...world.github.world.installations].find(([, one]) => one.repositories.has(repository)) ?? [];
    assert.ok(installation);
    const empty = { id: 1, node_id: 'R_1', name: 'empty', full_name: 'acme/empty', private: false };
    return world.github.deliver('installation_repositories', {
      action: 'added',
      installation: { id, account: { login: 'acme' } },
      repository_selection: 'selected',
      repositories_added: [
        empty,
        {
          id: repository.id,
          node_id: repository.nodeId,
          name: repository.name,
          full_name: `acme/${repository.name}`,
          private: false,
        },
      ],
      repositories_removed: [],
      requester: null,
      sender: { login: 'mona', id: 1 },
    });
  };

  for (const [setting, reviewed] of [
    [undefined, false],
    ['review', true],
  ] as const)
    it(
      reviewed ? 'has its open pull requests reviewed where that is set' : 'keeps its open pull requests as they are',
      async () => {
        const world = await AppWorld.start(setting ? { HULLCHECK_ADDED: setting } : {});
        const { webhook } = world.github.app;
        const { url } = webhook;
        webhook.url = null;
        const pull = await world.pull('added', { Dockerfile: BAD });
        webhook.url = url;
        await added(world, pull);
        if (reviewed) await world.checked(pull);
        await world.app.said(/"state":"done","msg":"delivery ended"/);
        assert.equal(world.github.stateOf(pull).reviews.length, reviewed ? 1 : 0);
        assert.equal(world.requests(pull).length > 0, reviewed);
        await world.close();
      },
    );
});
