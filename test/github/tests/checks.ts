// Check runs: their limits, their life, and who may change them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, openShop, pick } from './client.ts';

const annotation = (more: Record<string, unknown> = {}) => ({
  path: 'Dockerfile',
  start_line: 5,
  end_line: 5,
  annotation_level: 'warning',
  message: 'No',
  ...more,
});
const action = (label: number, description: number, identifier: number) => ({
  label: 'l'.repeat(label),
  description: 'd'.repeat(description),
  identifier: 'i'.repeat(identifier),
});

test('a check run is created, filled in portions and completed', async (t) => {
  const { gh, pull, bot, at } = await openShop(t);
  const made = await bot.post(`${at}/check-runs`, {
    name: 'Hullcheck',
    head_sha: pull.head.sha,
    status: 'in_progress',
    external_id: 'x',
  });
  assert.deepEqual(
    [made.status, pick(made.body, 'status'), pick(made.body, 'app.slug'), pick(made.body, 'pull_requests.0.number')],
    [201, 'in_progress', 'hullcheck', 1],
  );
  const run = `${at}/check-runs/${String(pick(made.body, 'id'))}`;
  const output = { title: 'Two', summary: 'Two findings', annotations: [annotation()] };
  assert.equal((await bot.patch(run, { output })).status, 200);
  const done = await bot.patch(run, { conclusion: 'failure', output });
  assert.deepEqual([pick(done.body, 'status'), pick(done.body, 'output.annotations_count')], ['completed', 2]);
  assert.equal(pick((await bot.get(`${run}/annotations`)).body, 'length'), 2);
  assert.equal(gh.stateOf(pull).checkRuns[0]?.conclusion, 'failure');
});

test('the limits of a check run hold', async (t) => {
  const { pull, bot, at } = await openShop(t);
  const create = async (more: Record<string, unknown>) =>
    (await bot.post(`${at}/check-runs`, { name: 'Hullcheck', head_sha: pull.head.sha, ...more })).status;
  const output = (more: Record<string, unknown>) => create({ output: { title: 't', summary: 's', ...more } });
  const marks = (count: number) => output({ annotations: Array.from({ length: count }, () => annotation()) });
  const buttons = (...sizes: [number, number, number][]) => create({ actions: sizes.map((size) => action(...size)) });
  assert.deepEqual([await marks(50), await marks(51)], [201, 422]);
  assert.deepEqual(
    [await buttons([20, 40, 20], [1, 1, 1], [1, 1, 1]), await buttons([1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1])],
    [201, 422],
  );
  assert.deepEqual([await buttons([21, 1, 1]), await buttons([1, 41, 1]), await buttons([1, 1, 21])], [422, 422, 422]);
  assert.deepEqual([await output({ summary: 's'.repeat(65_535) }), await output({ summary: 's'.repeat(65_536) })], [201, 422]);
  assert.deepEqual([await output({ text: 's'.repeat(65_535) }), await output({ text: 's'.repeat(65_536) })], [201, 422]);
  const one = (more: Record<string, unknown>) => output({ annotations: [annotation(more)] });
  assert.deepEqual([await one({ title: 't'.repeat(255) }), await one({ title: 't'.repeat(256) })], [201, 422]);
  assert.deepEqual([await one({ message: 'm'.repeat(65_536) }), await one({ message: 'é'.repeat(32_769) })], [201, 422]);
  assert.deepEqual([await one({ raw_details: 'm'.repeat(65_536) }), await one({ raw_details: 'm'.repeat(65_537) })], [201, 422]);
  assert.deepEqual([await one({ start_column: 1, end_column: 2 }), await one({ start_column: 1, end_line: 6 })], [201, 422]);
  assert.deepEqual([await one({ start_line: 0 }), await one({ start_line: 6 })], [422, 422]);
});

test('what a check run needs is needed', async (t) => {
  const { pull, bot, at } = await openShop(t);
  const create = async (body: Record<string, unknown>) => (await bot.post(`${at}/check-runs`, body)).status;
  const head_sha = pull.head.sha;
  assert.equal(await create({ name: 'x' }), 422);
  assert.equal(await create({ name: 'x', head_sha: '1'.repeat(40) }), 422);
  assert.equal(await create({ name: 'x', head_sha: 'main' }), 422);
  assert.equal(await create({ name: 'x', head_sha, status: 'completed' }), 422);
  assert.equal(await create({ name: 'x', head_sha, completed_at: '2026-01-01T00:00:00Z' }), 422);
  assert.equal(await create({ name: 'x', head_sha, status: 'completed', conclusion: 'success' }), 201);
  assert.equal(await create({ name: 'x', head_sha, conclusion: 'stale' }), 422);
  assert.equal(await create({ name: 'x', head_sha, conclusion: 'perfect' }), 422);
  assert.equal(await create({ name: 'x', head_sha, details_url: 'javascript:alert(1)' }), 422);
  assert.equal(await create({ name: 'x', head_sha, output: { title: 'without summary' } }), 422);
  assert.equal(await create({ name: 'x', head_sha, colour: 'red' }), 422);
});

test('check runs belong to Apps, each to its own', async (t) => {
  const { gh, shop, pull, bot, at } = await openShop(t);
  const body = { name: 'x', head_sha: pull.head.sha };
  assert.equal((await new Client(gh, gh.userToken('mona')).post(`${at}/check-runs`, body)).status, 403);
  const workflow = new Client(gh, gh.actionToken(shop, { checks: 'write' }));
  const theirs = await workflow.post(`${at}/check-runs`, body);
  assert.deepEqual([theirs.status, pick(theirs.body, 'app.slug')], [201, 'github-actions']);
  const run = `${at}/check-runs/${String(pick(theirs.body, 'id'))}`;
  assert.deepEqual(
    [(await bot.patch(run, { status: 'in_progress' })).status, (await workflow.patch(run, { status: 'in_progress' })).status],
    [403, 200],
  );
});

test('of runs with one name the newest is listed', async (t) => {
  const { pull, bot, at } = await openShop(t);
  const ids = [];
  for (let i = 0; i < 2; i++)
    ids.push(pick((await bot.post(`${at}/check-runs`, { name: 'x', head_sha: pull.head.sha })).body, 'id'));
  const latest = await bot.get(`${at}/commits/fix/check-runs?check_name=x`);
  assert.deepEqual([pick(latest.body, 'total_count'), pick(latest.body, 'check_runs.0.id')], [1, ids[1]]);
  assert.equal(pick((await bot.get(`${at}/commits/fix/check-runs?filter=all`)).body, 'total_count'), 2);
});

test('a check run on the head of a fork sees no pull request', async (t) => {
  const { gh, shop, bot, at } = await openShop(t);
  const fork = await gh.fork(shop, 'stranger');
  await gh.commit(fork, 'theirs', { files: { Dockerfile: 'FROM alpine\n' } });
  const pull = await gh.openPullRequest(shop, { head: 'theirs', from: fork, author: 'stranger' });
  const made = await bot.post(`${at}/check-runs`, { name: 'x', head_sha: pull.head.sha });
  assert.deepEqual([made.status, pick(made.body, 'pull_requests')], [201, []]);
  const head = await bot.get(`${at}/pulls/2`);
  assert.equal(pick(head.body, 'head.repo.full_name'), 'stranger/shop');
});
