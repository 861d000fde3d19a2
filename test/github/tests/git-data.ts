// Writing with Git: blobs, trees, commits and refs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { EVERYTHING, installed, openShop, pick } from './client.ts';

const packed = (sarif: unknown) => gzipSync(JSON.stringify(sarif)).toString('base64');

test('a commit is made from a tree of changes, signed only when it is all the bot’s own', async (t) => {
  const { gh, shop, pull, bot: reader, at } = await openShop(t);
  const bot = await installed(gh, shop, EVERYTHING);
  assert.equal((await reader.post(`${at}/git/blobs`, { content: 'x' })).status, 403);
  const blob = await bot.post(`${at}/git/blobs`, {
    content: Buffer.from('from a blob\n').toString('base64'),
    encoding: 'base64',
  });
  const entry = { mode: '100644', type: 'blob' };
  const tree = (changes: unknown[]) => bot.post(`${at}/git/trees`, { base_tree: pull.head.sha, tree: changes });
  const made = await tree([
    { ...entry, path: 'a/b.txt', content: 'inline\n' },
    { ...entry, path: 'c.txt', sha: pick(blob.body, 'sha') },
    { ...entry, path: 'other.txt', sha: null },
  ]);
  assert.deepEqual(
    (pick(made.body, 'tree') as { path: string }[]).map(({ path }) => path),
    ['Dockerfile', 'a', 'c.txt'],
  );
  for (const wrong of [
    { path: 'missing', sha: null },
    { path: '../up', content: 'x' },
    { path: '.git/config', content: 'x' },
    { path: 'x', sha: '1'.repeat(40) },
    { path: 'x' },
  ])
    assert.equal((await tree([{ ...entry, ...wrong }])).status, 422, JSON.stringify(wrong));
  const commit = (more: Record<string, unknown>) =>
    bot.post(`${at}/git/commits`, { message: 'Fix', tree: pick(made.body, 'sha'), parents: [pull.head.sha], ...more });
  const own = await commit({});
  const other = await commit({ author: { name: 'Mona', email: 'mona@example.com' } });
  assert.deepEqual([pick(own.body, 'verification.verified'), pick(own.body, 'author.name')], [true, 'hullcheck[bot]']);
  assert.equal(pick(other.body, 'verification.verified'), false);
  assert.equal((await commit({ tree: '1'.repeat(40) })).status, 422);
  assert.equal((await commit({ parents: ['1'.repeat(40)] })).status, 422);
  const moved = await bot.patch(`${at}/git/refs/heads/fix`, { sha: pick(own.body, 'sha') });
  assert.deepEqual([moved.status, pull.head.sha], [200, pick(own.body, 'sha')]);
  assert.equal((await gh.file(shop, 'fix', 'c.txt'))?.toString(), 'from a blob\n');
});

test('a ref moves forward, backward only by force, and is made once', async (t) => {
  const { gh, shop, pull, at } = await openShop(t);
  const bot = await installed(gh, shop, EVERYTHING);
  const main = await shop.git.commitOf('main');
  const make = async (ref: string, sha: unknown) => (await bot.post(`${at}/git/refs`, { ref, sha })).status;
  assert.deepEqual([await make('refs/heads/hullcheck/fix', main), await make('refs/heads/hullcheck/fix', main)], [201, 422]);
  assert.deepEqual(
    [await make('heads/short', main), await make('refs/heads/bad..name', main), await make('refs/heads/x', '1'.repeat(40))],
    [422, 422, 422],
  );
  const move = async (sha: unknown, force?: boolean) =>
    (await bot.patch(`${at}/git/refs/heads/hullcheck/fix`, { sha, ...(force === undefined ? {} : { force }) })).status;
  assert.deepEqual([await move(pull.head.sha), await move(main), await move(main, true)], [200, 422, 200]);
  assert.equal(pick((await bot.get(`${at}/git/ref/heads/hullcheck/fix`)).body, 'object.sha'), main);
  assert.equal((await bot.ask('DELETE', `${at}/git/refs/heads/hullcheck/fix`)).status, 204);
  assert.equal((await bot.get(`${at}/git/ref/heads/hullcheck/fix`)).status, 404);
  assert.equal((await bot.patch(`${at}/git/refs/heads/hullcheck/fix`, { sha: main })).status, 422);
});

test('workflow files take a permission of their own', async (t) => {
  const { gh, shop, pull, at } = await openShop(t);
  const bot = await installed(gh, shop, EVERYTHING);
  const tree = await bot.post(`${at}/git/trees`, {
    base_tree: pull.head.sha,
    tree: [{ path: '.github/workflows/x.yml', mode: '100644', type: 'blob', content: 'on: push\n' }],
  });
  const commit = await bot.post(`${at}/git/commits`, { message: 'x', tree: pick(tree.body, 'sha'), parents: [pull.head.sha] });
  const moved = await bot.patch(`${at}/git/refs/heads/fix`, { sha: pick(commit.body, 'sha') });
  assert.deepEqual([moved.status, moved.headers.get('x-accepted-github-permissions')], [403, 'contents=write,workflows=write']);
});

test('SARIF is taken gzipped and Base64-encoded, with the permission, in public repositories', async (t) => {
  const { gh, shop, pull, bot: reviewer, at } = await openShop(t);
  const bot = await installed(gh, shop, EVERYTHING);
  const right = { commit_sha: pull.head.sha, ref: 'refs/pull/1/head', sarif: packed({ version: '2.1.0', runs: [] }) };
  const sent = await bot.post(`${at}/code-scanning/sarifs`, right);
  assert.equal(sent.status, 202);
  assert.equal(
    pick((await bot.get(`${at}/code-scanning/sarifs/${String(pick(sent.body, 'id'))}`)).body, 'processing_status'),
    'complete',
  );
  assert.equal((await reviewer.post(`${at}/code-scanning/sarifs`, right)).status, 403);
  assert.equal((await bot.post(`${at}/code-scanning/sarifs`, { ...right, sarif: 'bm90IGd6aXA=' })).status, 400);
  assert.equal(
    (await bot.post(`${at}/code-scanning/sarifs`, { ...right, sarif: packed({ version: '1.0.0', runs: [] }) })).status,
    400,
  );
  assert.equal((await bot.post(`${at}/code-scanning/sarifs`, { ...right, sarif: undefined })).status, 422);
  const secret = await gh.createRepository('octo', 'secret', { private: true });
  const inside = await installed(gh, secret, EVERYTHING);
  assert.equal((await inside.post('/repos/octo/secret/code-scanning/sarifs', right)).status, 403);
});
