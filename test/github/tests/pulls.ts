// Pull requests: their files, pages, diffs and how they are opened.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGitHub } from '../github.ts';
import { EVERYTHING, installed, numbered, openShop, pick } from './client.ts';

test('files are listed as Git sees them, a patch only where one is shown', async (t) => {
  const gh = await startGitHub();
  t.after(() => gh.close());
  const shop = await gh.createRepository('octo', 'shop', {
    files: {
      'a.txt': numbered(20),
      'b.bin': Buffer.from([0, 1, 2]),
      'gone.txt': 'gone\n',
      'old name.txt': numbered(30),
      'huge.txt': 'x\n',
      ln: { symlink: 'a.txt' },
    },
  });
  await gh.commit(shop, 'fix', {
    files: {
      'a.txt': numbered(20, { 3: 'three' }),
      'b.bin': Buffer.from([0, 2, 2]),
      'new "ü".txt': 'new',
      'huge.txt': 'y\n'.repeat(20_001),
      run: { executable: '#!/bin/sh\n' },
    },
    delete: ['gone.txt'],
    rename: { 'old name.txt': 'new name.txt' },
  });
  await gh.openPullRequest(shop, { head: 'fix' });
  const bot = await installed(gh, shop);
  const { body } = await bot.get('/repos/octo/shop/pulls/1/files');
  const files = new Map((body as { filename: string }[]).map((file) => [file.filename, file]));
  const told = (name: string) =>
    ['status', 'additions', 'deletions', 'previous_filename'].map((key) => pick(files.get(name), key));
  assert.deepEqual(told('a.txt'), ['modified', 1, 1, undefined]);
  assert.deepEqual(told('gone.txt'), ['removed', 0, 1, undefined]);
  assert.deepEqual(told('new name.txt'), ['renamed', 0, 0, 'old name.txt']);
  assert.deepEqual(told('new "ü".txt'), ['added', 1, 0, undefined]);
  assert.equal(
    pick(files.get('a.txt'), 'patch'),
    '@@ -1,6 +1,6 @@\n line 1\n line 2\n-line 3\n+three\n line 4\n line 5\n line 6',
  );
  assert.equal(pick(files.get('new "ü".txt'), 'patch'), '@@ -0,0 +1 @@\n+new\n\\ No newline at end of file');
  for (const name of ['b.bin', 'huge.txt', 'new name.txt']) assert.equal(pick(files.get(name), 'patch'), undefined, name);
});

test('lists come in pages of at most 100 with links, files up to 3,000, diffs up to 300', async (t) => {
  const gh = await startGitHub();
  t.after(() => gh.close());
  const shop = await gh.createRepository('octo', 'shop');
  await gh.commit(shop, 'many', {
    files: Object.fromEntries(Array.from({ length: 3010 }, (_, at) => [`d/${String(at).padStart(4, '0')}`, `${at}\n`])),
  });
  await gh.openPullRequest(shop, { head: 'many' });
  const bot = await installed(gh, shop);
  const files = '/repos/octo/shop/pulls/1/files';
  const [usual, hundred, more] = await Promise.all([
    bot.get(files),
    bot.get(`${files}?per_page=100&page=2`),
    bot.get(`${files}?per_page=200`),
  ]);
  assert.deepEqual([pick(usual.body, 'length'), pick(hundred.body, 'length'), pick(more.body, 'length')], [30, 100, 100]);
  assert.equal(pick(hundred.body, '0.filename'), 'd/0100');
  const link = hundred.headers.get('link') ?? '';
  for (const [rel, page] of [
    ['prev', 1],
    ['next', 3],
    ['last', 30],
    ['first', 1],
  ])
    assert.match(link, new RegExp(`[?&]page=${page}>; rel="${rel}"`));
  assert.deepEqual(
    [
      pick((await bot.get(`${files}?per_page=100&page=30`)).body, 'length'),
      pick((await bot.get(`${files}?per_page=100&page=31`)).body, 'length'),
    ],
    [100, 0],
  );
  assert.equal(pick((await bot.get('/repos/octo/shop/pulls/1')).body, 'changed_files'), 3010);
  const diff = await bot.get('/repos/octo/shop/pulls/1', 'application/vnd.github.diff');
  assert.deepEqual([diff.status, pick(diff.body, 'errors.0.code')], [406, 'too_large']);
  const compared = await bot.get('/repos/octo/shop/compare/main...many');
  assert.deepEqual(
    [pick(compared.body, 'files.length'), pick(compared.body, 'status'), pick(compared.body, 'ahead_by')],
    [300, 'ahead', 1],
  );
});

test('the diff media type gives the diff, unless it is too long', async (t) => {
  const { gh, shop, bot, at } = await openShop(t);
  const diff = await bot.get(`${at}/pulls/1`, 'application/vnd.github.v3.diff');
  assert.deepEqual([diff.status, diff.text.startsWith('diff --git a/Dockerfile b/Dockerfile\n')], [200, true]);
  await gh.commit(shop, 'long', { files: { long: 'x\n'.repeat(20_000) } });
  await gh.openPullRequest(shop, { head: 'long' });
  assert.equal((await bot.get(`${at}/pulls/2`, 'application/vnd.github.diff')).status, 406);
});

test('the base of the diff is where the branch left, whatever happened on the base branch since', async (t) => {
  const { gh, shop, bot, at } = await openShop(t);
  await gh.push(shop, 'main', { files: { 'later.txt': 'later\n' } });
  await gh.push(shop, 'fix', { files: { 'mine.txt': 'mine\n' } });
  const { body } = await bot.get(`${at}/pulls/1/files`);
  assert.deepEqual(
    (body as { filename: string }[]).map(({ filename }) => filename),
    ['Dockerfile', 'mine.txt'],
  );
  const compared = await bot.get(`${at}/compare/main...fix`);
  assert.deepEqual([pick(compared.body, 'status'), pick(compared.body, 'behind_by')], ['diverged', 1]);
  const commit = String(pick(compared.body, 'commits.0.sha'));
  assert.equal(pick((await bot.get(`${at}/commits/${commit}/pulls`)).body, '0.number'), 1);
});

test('a pull request is opened once for a pair of branches that differ', async (t) => {
  const { gh, shop, at } = await openShop(t);
  const bot = await installed(gh, shop, EVERYTHING);
  const open = async (body: Record<string, unknown>) =>
    (await bot.post(`${at}/pulls`, { title: 'New', base: 'main', ...body })).status;
  await gh.commit(shop, 'second', { files: { b: 'b\n' } });
  assert.equal(await open({ head: 'second', body: 'b'.repeat(65_537) }), 422);
  assert.equal(await open({ head: 'second', body: 'b'.repeat(65_536) }), 201);
  assert.equal(await open({ head: 'second' }), 422);
  assert.equal(await open({ head: 'octo:fix' }), 422);
  assert.equal(await open({ head: 'missing' }), 422);
  assert.equal(await open({ head: 'main' }), 422);
  const closed = await bot.patch(`${at}/pulls/2`, { state: 'closed', title: 'Done' });
  assert.deepEqual([pick(closed.body, 'state'), pick(closed.body, 'title')], ['closed', 'Done']);
  assert.equal(pick((await bot.get(`${at}/pulls`)).body, 'length'), 1);
  assert.equal(pick((await bot.get(`${at}/pulls?state=all&head=octo:second`)).body, '0.number'), 2);
});
