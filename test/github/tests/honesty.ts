// The fake checks itself: an answer, a webhook or a part that is not as GitHub describes it makes close() reject.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGitHub } from '../github.ts';
import { installed, openShop, pick } from './client.ts';

async function opened() {
  const gh = await startGitHub();
  const shop = await gh.createRepository('octo', 'shop');
  return { gh, shop, bot: await installed(gh, shop) };
}

test('a wrong answer of its own is noticed', async () => {
  const { gh, shop, bot } = await opened();
  assert.equal((await bot.get('/repos/octo/shop')).status, 200);
  assert.deepEqual(gh.faults, []);
  Object.assign(shop, { createdAt: 'yesterday' });
  await bot.get('/repos/octo/shop');
  assert.deepEqual(gh.faults, ['repos/get 200: For \'created_at\', must match format "date-time".']);
  await assert.rejects(gh.close(), /created_at/);
});

test('a wrong webhook of its own is noticed', async () => {
  const { gh, shop } = await opened();
  await gh.commit(shop, 'fix', { files: { a: 'a\n' } });
  const pull = await gh.openPullRequest(shop, { head: 'fix' });
  assert.deepEqual(gh.faults, []);
  await gh.announce(pull, 'edited');
  assert.deepEqual(gh.faults, ['pull_request.edited: "changes" wasn\'t supplied.']);
  await gh.announce(pull, 'exploded');
  assert.equal(gh.faults[1], 'pull_request.exploded: GitHub sends no such webhook');
  await assert.rejects(gh.close());
});

test('what it does not model it says, in REST and in GraphQL', async () => {
  const { gh, bot } = await opened();
  assert.equal((await bot.get('/repos/octo/shop/no-such-thing')).status, 404);
  assert.equal((await bot.get('/%ff')).status, 404);
  assert.deepEqual(gh.faults, []);
  assert.equal((await bot.get('/repos/octo/shop/stargazers')).status, 501);
  const { errors } = await bot.graphql('{repository(owner:"octo",name:"shop"){stargazerCount}}');
  assert.match(String(pick(errors, '0.message')), /does not model Repository\.stargazerCount/);
  assert.equal(gh.faults.length, 2);
  await assert.rejects(gh.close(), /activity\/list-stargazers/);
});

test('requests that break the description are refused', async (t) => {
  const { bot, at } = await openShop(t);
  assert.equal((await bot.get(`${at}/pulls?state=sleeping`)).status, 422);
  assert.equal((await bot.get(`${at}/pulls?perpage=5`)).status, 422);
  assert.equal((await bot.get(`${at}/pulls/1/files?per_page=many`)).status, 422);
  assert.equal((await bot.get(`${at}/pulls/one`)).status, 404);
  assert.equal((await bot.get(`${at}/pulls/99`)).status, 404);
  assert.equal((await bot.post(`${at}/pulls/1/reviews`, '{"event":')).status, 400);
  const wrong = await bot.post(`${at}/pulls/1/reviews`, { event: 1, comments: [{ path: 'Dockerfile' }] });
  assert.equal(
    pick(wrong.body, 'message'),
    [
      'Invalid request.\n',
      "For 'event', must be string.",
      "For 'event', must be equal to one of the allowed values.",
      `For 'comments.0', "body" wasn't supplied.`,
    ].join('\n'),
  );
});
