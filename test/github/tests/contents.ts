// Files, blobs and trees: what is read, in which form, up to which size.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGitHub } from '../github.ts';
import { installed, pick } from './client.ts';

async function library(t: { after: (work: () => Promise<void>) => void }) {
  const gh = await startGitHub();
  t.after(() => gh.close());
  const files = {
    'src/a.txt': 'text\r\n',
    'src/b.bin': Buffer.from([0, 255]),
    link: { symlink: 'src/a.txt' },
    loose: { symlink: 'nowhere' },
    'big.txt': 'b'.repeat(1024 * 1024 + 1),
    'full.txt': 'f'.repeat(1024 * 1024),
  };
  const shop = await gh.createRepository('octo', 'shop', { files });
  return { gh, shop, bot: await installed(gh, shop), at: '/repos/octo/shop' };
}

test('a file up to 1 MB comes in JSON, a bigger one only raw', async (t) => {
  const { bot, at } = await library(t);
  const small = await bot.get(`${at}/contents/src%2Fa.txt?ref=main`);
  assert.deepEqual(
    [pick(small.body, 'type'), Buffer.from(String(pick(small.body, 'content')), 'base64').toString()],
    ['file', 'text\r\n'],
  );
  assert.equal(pick((await bot.get(`${at}/contents/full.txt`)).body, 'encoding'), 'base64');
  const big = await bot.get(`${at}/contents/big.txt`);
  assert.deepEqual(
    [pick(big.body, 'encoding'), pick(big.body, 'content'), pick(big.body, 'size')],
    ['none', '', 1024 * 1024 + 1],
  );
  const raw = await bot.get(`${at}/contents/big.txt`, 'application/vnd.github.raw+json');
  assert.equal(raw.text.length, 1024 * 1024 + 1);
  assert.equal((await bot.get(`${at}/contents/src/a.txt`, 'application/vnd.github.v3.raw')).text, 'text\r\n');
});

test('folders are listed, links followed or told, and what is not there is 404', async (t) => {
  const { bot, at } = await library(t);
  const root = await bot.get(`${at}/contents`);
  assert.deepEqual(
    (root.body as { name: string; type: string }[]).map(({ name, type }) => [name, type]),
    [
      ['big.txt', 'file'],
      ['full.txt', 'file'],
      ['link', 'symlink'],
      ['loose', 'symlink'],
      ['src', 'dir'],
    ],
  );
  assert.equal(pick((await bot.get(`${at}/contents/src/`)).body, 'length'), 2);
  assert.equal(pick((await bot.get(`${at}/contents/link`)).body, 'type'), 'file');
  assert.deepEqual(
    [pick((await bot.get(`${at}/contents/loose`)).body, 'type'), pick((await bot.get(`${at}/contents/loose`)).body, 'target')],
    ['symlink', 'nowhere'],
  );
  for (const path of [
    'contents/missing',
    'contents/src/a.txt/below',
    'contents/src/a.txt?ref=missing',
    `git/blobs/${'1'.repeat(40)}`,
    'git/trees/missing',
  ])
    assert.equal((await bot.get(`${at}/${path}`)).status, 404, path);
});

test('a recursive tree is whole, or says that it is cut', async (t) => {
  const { shop, bot, at } = await library(t);
  const flat = await bot.get(`${at}/git/trees/main`);
  assert.deepEqual([pick(flat.body, 'tree.length'), pick(flat.body, 'truncated')], [5, false]);
  const whole = await bot.get(`${at}/git/trees/main?recursive=1`);
  assert.deepEqual(
    [pick(whole.body, 'tree.length'), pick(whole.body, 'tree.5.path'), pick(whole.body, 'tree.5.size')],
    [7, 'src/a.txt', 6],
  );
  shop.mostTreeEntries = 6;
  const cut = await bot.get(`${at}/git/trees/main?recursive=1`);
  assert.deepEqual([pick(cut.body, 'tree.length'), pick(cut.body, 'truncated')], [6, true]);
  const blob = await bot.get(`${at}/git/blobs/${String(pick(whole.body, 'tree.6.sha'))}`);
  assert.deepEqual([pick(blob.body, 'content'), pick(blob.body, 'size')], ['AP8=\n', 2]);
});

test('an answer that did not change is 304', async (t) => {
  const { bot, at } = await library(t);
  const first = await bot.get(`${at}/contents/src/a.txt`);
  const again = await bot.ask('GET', `${at}/contents/src/a.txt`, undefined, { 'if-none-match': first.headers.get('etag') ?? '' });
  assert.deepEqual([again.status, again.text], [304, '']);
});
