// Webhooks: signed, remembered, redelivered, and sent for what GitHub sends them for.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Client, EVERYTHING, jwt, openShop, pick, type Shop } from './client.ts';

interface Received {
  headers: IncomingHttpHeaders;
  text: string;
  body: unknown;
}

interface Listening extends Shop {
  got: Received[];
  /** Events with their actions, in order. */
  names: () => string[];
  answer: { status: number };
}

async function listening(t: { after: (work: () => Promise<void>) => void }): Promise<Listening> {
  const got: Received[] = [];
  const answer = { status: 202 };
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, text, body: JSON.parse(text) });
      response.writeHead(answer.status).end('noted');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  t.after(async () => server.closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`;
  const names = () => got.map(({ headers, body }) => [headers['x-github-event'], pick(body, 'action')].filter(Boolean).join('.'));
  return { ...(await openShop(t, { webhook: { url, secret: 'a secret of the test' } }, EVERYTHING)), got, names, answer };
}

test('an opened pull request is told, signed, with all that GitHub tells', async (t) => {
  const { gh, shop, pull, got } = await listening(t);
  const [first] = got;
  assert.ok(first);
  const { headers, text, body } = first;
  assert.equal(
    headers['x-hub-signature-256'],
    `sha256=${createHmac('sha256', 'a secret of the test').update(text).digest('hex')}`,
  );
  assert.deepEqual([headers['x-github-event'], headers['content-type']], ['pull_request', 'application/json']);
  assert.match(String(headers['x-github-delivery']), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.match(String(headers['user-agent']), /^GitHub-Hookshot\//);
  assert.equal(headers['x-github-hook-id'], String(gh.app.webhook.id));
  const installation = [...gh.world.installations.keys()][0];
  const told = ['action', 'number', 'pull_request.head.sha', 'repository.id', 'installation.id', 'sender.login'].map((path) =>
    pick(body, path),
  );
  assert.deepEqual(told, ['opened', 1, pull.head.sha, shop.id, installation, 'mona']);
});

test('pushes, drafts, closing, editing, merging and queueing are told', async (t) => {
  const { gh, shop, pull, got, names } = await listening(t);
  const before = pull.head.sha;
  const after = await gh.push(shop, 'fix', { files: { more: 'more\n' } });
  const synchronize = got.find(({ body }) => pick(body, 'action') === 'synchronize');
  assert.deepEqual([pick(synchronize?.body, 'before'), pick(synchronize?.body, 'after')], [before, after]);
  await gh.setDraft(pull, true);
  await gh.setDraft(pull, false);
  await gh.setOpen(pull, false);
  await gh.setOpen(pull, true);
  await gh.announce(pull, 'edited', { changes: { title: { from: 'Old' } } });
  const queued = await gh.queue(pull);
  const group = got.find(({ headers }) => headers['x-github-event'] === 'merge_group');
  assert.equal(pick(group?.body, 'merge_group.head_sha'), queued);
  const merged = await gh.merge(pull);
  assert.equal(await shop.git.commitOf('main'), merged);
  await gh.comment(pull, 'Thank you');
  const expected = 'opened synchronize converted_to_draft ready_for_review closed reopened edited closed'
    .split(' ')
    .map((action) => `pull_request.${action}`);
  assert.deepEqual(
    names().filter((name) => name.startsWith('pull_request')),
    expected,
  );
  for (const name of ['push', 'check_suite.requested', 'merge_group.checks_requested', 'issue_comment.created'])
    assert.ok(names().includes(name), name);
});

test('clicks on a check run come back to the App that made it', async (t) => {
  const { gh, pull, bot, at, got, names } = await listening(t);
  await bot.post(`${at}/check-runs`, { name: 'Hullcheck', head_sha: pull.head.sha, conclusion: 'neutral' });
  await gh.idle();
  const [run] = gh.stateOf(pull).checkRuns;
  assert.ok(run);
  await gh.rerequest(run);
  await gh.requestAction(run, 'fix');
  await gh.rerequestSuite(run);
  assert.deepEqual(
    names()
      .filter((name) => name.startsWith('check_'))
      .sort(),
    [
      'check_run.completed',
      'check_run.created',
      'check_run.requested_action',
      'check_run.rerequested',
      'check_suite.rerequested',
    ],
  );
  const clicked = got.find(({ body }) => pick(body, 'action') === 'requested_action');
  assert.deepEqual([pick(clicked?.body, 'requested_action.identifier'), pick(clicked?.body, 'check_run.id')], ['fix', run.id]);
});

test('a delivery is remembered with its answer, and redelivered under its own GUID', async (t) => {
  const { gh, shop, got, answer } = await listening(t);
  const app = new Client(gh, jwt(gh));
  answer.status = 500;
  await gh.push(shop, 'fix', { files: { more: 'more\n' } });
  answer.status = 202;
  const failed = await app.get('/app/hook/deliveries?status=failure');
  const item = (failed.body as { id: number; guid: string; action: string; status_code: number }[]).find(
    ({ action }) => action === 'synchronize',
  );
  assert.equal(item?.status_code, 500);
  const detail = await app.get(`/app/hook/deliveries/${item.id}`);
  assert.deepEqual(
    [pick(detail.body, 'response.payload'), pick(detail.body, 'request.payload.action')],
    ['noted', 'synchronize'],
  );
  assert.equal((await app.post(`/app/hook/deliveries/${item.id}/attempts`)).status, 202);
  await gh.idle();
  await gh.redeliver(item.guid);
  assert.deepEqual(
    got.slice(-2).map(({ headers }) => headers['x-github-delivery']),
    [item.guid, item.guid],
  );
  assert.deepEqual(
    gh.deliveries.slice(-2).map(({ redelivery, statusCode }) => [redelivery, statusCode]),
    [
      [true, 202],
      [true, 202],
    ],
  );
  const page = await app.get('/app/hook/deliveries?per_page=1');
  const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
  assert.notEqual(pick((await app.get(next.slice(gh.url.length))).body, '0.id'), pick(page.body, '0.id'));
  assert.equal((await app.get('/app/hook/deliveries/1')).status, 404);
});

test('an App that does not answer is remembered, and repositories without it are not told of', async (t) => {
  const { gh, shop, got } = await listening(t);
  const told = got.length;
  const fork = await gh.fork(shop, 'stranger');
  await gh.push(fork, 'main', { files: { x: 'x\n' } });
  assert.equal(got.length, told);
  gh.app.webhook.url = 'http://127.0.0.1:9/';
  const lost = await gh.deliver('ping', { zen: 'Keep it logically awesome.' });
  assert.deepEqual([lost.statusCode, lost.status], [0, 'failed to connect to host']);
});

test('the manifest flow hands out the App once', async (t) => {
  const { gh } = await openShop(t);
  const anyone = new Client(gh, null);
  const code = gh.manifestCode();
  const made = await anyone.post(`/app-manifests/${code}/conversions`);
  assert.deepEqual(
    [made.status, pick(made.body, 'id'), pick(made.body, 'webhook_secret')],
    [201, gh.app.id, gh.app.webhook.secret],
  );
  assert.match(String(pick(made.body, 'pem')), /^-----BEGIN RSA PRIVATE KEY-----/);
  assert.equal((await new Client(gh, jwt(gh, {}, String(pick(made.body, 'pem')))).get('/app')).status, 200);
  assert.equal((await anyone.post(`/app-manifests/${code}/conversions`)).status, 404);
});
