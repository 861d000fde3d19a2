// Who may do what: JWTs, installation tokens and how they are narrowed, workflow tokens, private repositories.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { request } from 'node:http';
import { test } from 'node:test';
import { startGitHub } from '../github.ts';
import { Client, installed, jwt, openShop, pick } from './client.ts';

test('a JWT is taken only with the right signature, issuer and times', async (t) => {
  const { gh } = await openShop(t);
  const app = async (token: string) => (await new Client(gh, token).get('/app')).status;
  const now = Math.floor(Date.now() / 1000);
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  assert.equal(await app(jwt(gh)), 200);
  assert.equal(await app(jwt(gh, {}, gh.key.pkcs1)), 200);
  assert.equal(await app(jwt(gh, { iss: gh.app.clientId })), 200);
  assert.equal(await app(jwt(gh, { exp: now - 1 })), 401);
  assert.equal(await app(jwt(gh, { exp: now + 3600 })), 401);
  assert.equal(await app(jwt(gh, { iat: now + 300 })), 401);
  assert.equal(await app(jwt(gh, { iss: '1' })), 404);
  assert.equal(await app(jwt(gh, {}, other)), 401);
  assert.equal(await app(jwt(gh, {}, gh.key.pkcs8, 'HS256')), 401);
});

test('the slug, the id and the permissions of the App are told', async (t) => {
  const { gh } = await openShop(t);
  const { body } = await new Client(gh, jwt(gh)).get('/app');
  assert.deepEqual([pick(body, 'id'), pick(body, 'slug'), pick(body, 'permissions.checks')], [gh.app.id, 'hullcheck', 'write']);
  const bot = await new Client(gh, jwt(gh)).get('/users/hullcheck%5Bbot%5D');
  assert.deepEqual([pick(bot.body, 'login'), pick(bot.body, 'type')], ['hullcheck[bot]', 'Bot']);
});

test('a token can be narrowed to repositories and permissions, and to no more than the installation has', async (t) => {
  const { gh, shop } = await openShop(t, { permissions: { contents: 'read', checks: 'write' } }, { checks: 'write' });
  const elsewhere = await gh.createRepository('other', 'place');
  const app = new Client(gh, jwt(gh));
  const { body } = await app.get('/repos/octo/shop/installation');
  const tokens = `/app/installations/${String(pick(body, 'id'))}/access_tokens`;
  const whole = await app.post(tokens);
  assert.deepEqual([whole.status, pick(whole.body, 'permissions.contents')], [201, 'read']);
  assert.match(String(pick(whole.body, 'token')), new RegExp(`^ghs_${gh.app.id}_[\\w-]+\\.[\\w-]+\\.[\\w-]+$`));
  const hour = Date.parse(String(pick(whole.body, 'expires_at'))) - Date.now();
  assert.ok(hour > 3_500_000 && hour <= 3_600_000);
  assert.equal((await app.post(tokens, { repositories: ['shop'], permissions: { checks: 'read' } })).status, 201);
  assert.equal((await app.post(tokens, { permissions: { contents: 'write' } })).status, 422);
  assert.equal((await app.post(tokens, { permissions: { pull_requests: 'read' } })).status, 422);
  assert.equal((await app.post(tokens, { permissions: { nonsense: 'read' } })).status, 422);
  assert.equal((await app.post(tokens, { repository_ids: [elsewhere.id] })).status, 422);
  assert.equal((await app.post(tokens, { repository_ids: [shop.id] })).status, 201);
});

test('a write without the permission is 403 and says which one it takes', async (t) => {
  const { gh, shop, pull, at } = await openShop(t);
  const reader = await installed(gh, shop, { checks: 'read', pull_requests: 'read', contents: 'read' });
  const check = { name: 'Hullcheck', head_sha: pull.head.sha };
  const refused = await reader.post(`${at}/check-runs`, check);
  assert.deepEqual([refused.status, pick(refused.body, 'message')], [403, 'Resource not accessible by integration']);
  assert.equal(refused.headers.get('x-accepted-github-permissions'), 'checks=write');
  assert.equal((await (await installed(gh, shop)).post(`${at}/check-runs`, check)).status, 201);
  const comment = await reader.post(`${at}/issues/1/comments`, { body: 'hello' });
  assert.equal(comment.headers.get('x-accepted-github-permissions'), 'issues=write; pull_requests=write');
});

test('expired, revoked and invented tokens are 401', async (t) => {
  const { gh, shop, bot, at } = await openShop(t);
  assert.equal((await bot.get(at)).status, 200);
  assert.equal((await new Client(gh, 'ghs_invented').get(at)).status, 401);
  const revoked = await installed(gh, shop);
  assert.equal((await revoked.ask('DELETE', '/installation/token')).status, 204);
  assert.equal((await revoked.get(at)).status, 401);
  gh.expireTokens();
  assert.equal((await bot.get(at)).status, 401);
});

test('a private repository is there only for tokens that cover it, and its parts only with the permission', async (t) => {
  const { gh, bot } = await openShop(t);
  const secret = await gh.createRepository('octo', 'secret', { private: true });
  assert.equal((await bot.get('/repos/octo/secret')).status, 404);
  assert.equal((await new Client(gh, null).get('/repos/octo/secret')).status, 404);
  assert.equal((await (await installed(gh, secret)).get('/repos/octo/secret')).status, 200);
  assert.equal(
    (await (await installed(gh, secret, { checks: 'write' })).get('/repos/octo/secret/contents/README.md')).status,
    403,
  );
  assert.equal((await new Client(gh, null).get('/repos/octo/shop')).status, 200);
  assert.equal((await new Client(gh, null).post('/repos/octo/shop/issues/1/comments', { body: 'x' })).status, 401);
});

test("a workflow's token writes as github-actions[bot], with just its permissions", async (t) => {
  const { gh, shop, pull, at } = await openShop(t);
  const reader = new Client(gh, gh.actionToken(shop));
  assert.equal((await reader.get(`${at}/pulls/1/files`)).status, 200);
  assert.equal((await reader.post(`${at}/pulls/1/reviews`, { event: 'COMMENT', body: 'hello' })).status, 403);
  const writer = new Client(gh, gh.actionToken(shop, { pull_requests: 'write' }));
  const review = await writer.post(`${at}/pulls/1/reviews`, { event: 'COMMENT', body: 'hello', commit_id: pull.head.sha });
  assert.deepEqual([review.status, pick(review.body, 'user.login')], [200, 'github-actions[bot]']);
});

test('an App needs to be installed, and a request needs a user agent', async (t) => {
  const gh = await startGitHub();
  t.after(() => gh.close());
  await gh.createRepository('octo', 'without', { installed: false });
  const app = new Client(gh, jwt(gh));
  assert.equal((await app.get('/repos/octo/without/installation')).status, 404);
  assert.equal((await app.get('/repos/octo/without')).status, 401);
  const status = await new Promise((resolve) => request(`${gh.url}/meta`, (answer) => resolve(answer.resume().statusCode)).end());
  assert.deepEqual([status, (await app.get('/meta')).status], [403, 200]);
});
