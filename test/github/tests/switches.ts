// Fault switches and the ledger.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { primaryLimit, secondaryLimit } from '../github.ts';
import { type Client, openShop, pick } from './client.ts';

const REVIEWS = '/repos/octo/shop/pulls/1/reviews';
const review = (bot: Client) => bot.post(REVIEWS, { event: 'COMMENT', body: 'hello' });

test('an answer can be lost before or after the write', async (t) => {
  const { gh, pull, bot } = await openShop(t);
  const written = () => gh.stateOf(pull).reviews.length;
  gh.fault({ method: 'POST', path: REVIEWS, kind: 'before', status: 500 });
  assert.deepEqual([(await review(bot)).status, written()], [500, 0]);
  gh.fault({ method: 'POST', path: /\/reviews$/, kind: 'after', status: 502 });
  assert.deepEqual([(await review(bot)).status, written()], [502, 1]);
  gh.fault({ method: 'POST', path: /\/reviews$/, kind: 'drop' });
  await assert.rejects(review(bot));
  assert.equal(written(), 1);
  gh.fault({ method: 'POST', path: /\/reviews$/, kind: 'dropAfter' });
  await assert.rejects(review(bot));
  assert.deepEqual([written(), (await review(bot)).status, written()], [2, 200, 3]);
});

test('limits are told as GitHub tells them, as often as is set', async (t) => {
  const { gh, bot } = await openShop(t);
  gh.fault({ method: 'POST', kind: 'before', times: 2, ...secondaryLimit(60) });
  gh.fault({ method: 'GET', kind: 'before', ...primaryLimit() });
  const limited = await review(bot);
  assert.deepEqual([limited.status, limited.headers.get('retry-after')], [403, '60']);
  assert.match(String(pick(limited.body, 'message')), /secondary rate limit/);
  assert.deepEqual([(await review(bot)).status, (await review(bot)).status], [403, 200]);
  const exhausted = await bot.get(REVIEWS);
  assert.deepEqual([exhausted.status, exhausted.headers.get('x-ratelimit-remaining')], [403, '0']);
  gh.fault({ method: 'POST', kind: 'before', ...secondaryLimit(undefined, 429) });
  const again = await review(bot);
  assert.deepEqual([again.status, again.headers.get('retry-after')], [429, null]);
  gh.fault({ kind: 'before', times: 9 });
  gh.clearFaults();
  assert.equal((await bot.get(REVIEWS)).status, 200);
});

test('a mutation can be chosen by its body, an answer can be late', async (t) => {
  const { gh, bot } = await openShop(t);
  gh.fault({ path: '/graphql', body: /rateLimit/, kind: 'before', status: 502, answer: '<html>Unicorn!</html>' });
  assert.equal(pick((await bot.graphql('{viewer{login}}')).data, 'viewer.login'), 'hullcheck[bot]');
  const broken = await bot.post('/graphql', { query: '{rateLimit{cost}}' });
  assert.deepEqual([broken.status, broken.text], [502, '<html>Unicorn!</html>']);
  gh.fault({ path: REVIEWS, kind: 'slow', delay: 60 });
  assert.equal((await bot.get(REVIEWS)).status, 200);
  const entry = gh.requests.at(-1);
  assert.ok((entry?.until ?? 0) - (entry?.at ?? 0) >= 50);
});

test('a stale read does not see the newest write', async (t) => {
  const { gh, pull, bot, at } = await openShop(t);
  const length = async (path: string, name = 'length') => pick((await bot.get(at + path)).body, name);
  await review(bot);
  assert.equal(await length('/pulls/1/reviews'), 1);
  await review(bot);
  await bot.post(`${at}/check-runs`, { name: 'x', head_sha: pull.head.sha });
  const runs = `/commits/${pull.head.sha}/check-runs`;
  gh.fault({ path: REVIEWS, kind: 'stale' });
  gh.fault({ path: at + runs, kind: 'stale' });
  assert.deepEqual([await length('/pulls/1/reviews'), await length('/pulls/1/reviews')], [1, 2]);
  assert.deepEqual([await length(runs, 'total_count'), await length(runs, 'total_count')], [0, 1]);
});

test('the ledger has every request, and how many writes were under way at once', async (t) => {
  const { gh, bot } = await openShop(t);
  await bot.get('/api/v3/repos/octo/shop?');
  gh.fault({ method: 'POST', path: REVIEWS, kind: 'slow', delay: 50 });
  await Promise.all([review(bot), review(bot)]);
  await bot.graphql('mutation{resolveReviewThread(input:{threadId:"x"}){thread{id}}}');
  const seen = gh.apiRequests().slice(-4);
  assert.deepEqual(
    seen.map(({ method, path, operation, token, status, write }) => [method, path, operation, token, status, write]),
    [
      ['GET', '/repos/octo/shop', 'repos/get', 'installation', 200, false],
      ['POST', REVIEWS, 'pulls/create-review', 'installation', 200, true],
      ['POST', REVIEWS, 'pulls/create-review', 'installation', 200, true],
      ['POST', '/graphql', 'graphql', 'installation', 200, true],
    ],
  );
  assert.deepEqual(
    seen.map(({ concurrentWrites }) => concurrentWrites),
    [0, 1, 2, 1],
  );
  assert.deepEqual(seen[1]?.body, { event: 'COMMENT', body: 'hello' });
  assert.equal(gh.requests.length - gh.apiRequests().length, 1);
});

test('the limits of the hour are counted', async (t) => {
  const { bot, at } = await openShop(t);
  const first = await bot.get(at);
  const second = await bot.get(at);
  const left = (answer: typeof first) => Number(answer.headers.get('x-ratelimit-remaining'));
  assert.deepEqual([left(first) - left(second), first.headers.get('x-ratelimit-limit')], [1, '5000']);
  assert.equal(pick((await bot.get('/rate_limit')).body, 'resources.graphql.limit'), 5000);
});
