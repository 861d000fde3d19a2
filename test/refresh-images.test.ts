// `npm run refresh`: the data on base images from a library and release dates that a server here gives.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const COMMIT = 'a'.repeat(40);
const library = (directory: string, architectures: string) =>
  `# made by hand\nMaintainers: Octo\nGitRepo: https://github.com/octo/images.git\nGitCommit: ${COMMIT}\nArchitectures: ${architectures}\n\nTags: 1.0,\n 1, latest\nDirectory: ${directory}\n`;
const PAGES: Record<string, string> = {
  '/library/store': library('1.0', 'amd64, arm64v8'),
  '/library/runner': library('.', 'amd64, arm64v8, s390x, windows-amd64'),
  [`/raw/octo/images/${COMMIT}/1.0/Dockerfile`]:
    'FROM golang AS build\nUSER root\nFROM debian\nUSER \\\n  store\nHEALTHCHECK CMD /check\n',
  [`/raw/octo/images/${COMMIT}/Dockerfile`]: 'from debian\nuser octo\nuser root\n',
  '/api/store.json': JSON.stringify([
    { cycle: '2', eol: false },
    { cycle: '1.10', eol: '2026-03-01' },
    { cycle: '1.9', eol: '2025-03-01' },
    { cycle: '0.9', eol: true },
  ]),
};
const DATA = {
  sources: {
    images: { url: 'https://example.com/images', date: '2020-01-01' },
    endOfLife: { url: 'https://example.com/releases', date: '2020-01-01' },
  },
  images: {
    store: { drops: true, shell: 'dash', healthcheck: false },
    runner: { user: 'other', architectures: ['amd64'] },
    gone: { shell: 'bash', windows: true },
  },
  products: {
    store: { title: 'Store', source: 'store', ends: { '0.9': '2024-01-01', '1.9': '2025-01-01' } },
    old: { title: 'Old', source: null, ends: { '*': '2022-07-31' } },
  },
};

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  const page = PAGES[request.url ?? ''];
  response.writeHead(page === undefined ? 404 : 200).end(page);
});
const folder = mkdtempSync(join(tmpdir(), 'refresh-'));
const file = join(folder, 'data.json');
let address = '';
before(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const refresh = (at: string, more: readonly string[] = []) =>
  new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const script = join(import.meta.dirname, '../tools/refresh-images.ts');
    const from = ['--library', `${at}/library`, '--dockerfiles', `${at}/raw`, '--releases', `${at}/api`, '--file', file];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...from, ...more]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('close', (code) => done({ code, out, err }));
  });

test('what the sources tell replaces what was known, and the rest stays', async () => {
  writeFileSync(file, JSON.stringify(DATA));
  const { code, out } = await refresh(address);
  assert.equal(code, 0);
  assert.match(out, /is up to date/);
  const { images, products, sources } = JSON.parse(readFileSync(file, 'utf8'));
  assert.deepEqual(images, {
    gone: { shell: 'bash', windows: true },
    runner: { healthcheck: false, windows: true },
    store: { user: 'other', drops: true, shell: 'dash', architectures: ['amd64', 'arm64'] },
  });
  assert.deepEqual(products.store.ends, { '0.9': '2024-01-01', '1.9': '2025-03-01', '1.10': '2026-03-01' });
  assert.deepEqual(products.old, DATA.products.old);
  assert.equal(sources.images.url, 'https://example.com/images');
  assert.match(sources.images.date, /^20(?!20)\d\d-\d\d-\d\d$/);
  const text = readFileSync(file, 'utf8');
  assert.match(text, /"1\.9": "2025-03-01",\n +"1\.10": "2026-03-01"/, 'releases in the order of their numbers');
  const again = await refresh(address);
  assert.equal(again.out, 'Nothing has changed.\n');
  assert.equal(readFileSync(file, 'utf8'), text);
  assert.equal(asked.filter((url) => url.startsWith('/raw/')).length, 4, 'each Dockerfile once in each run');
});

test('where a source cannot be reached or read, nothing is written and one sentence says which', async () => {
  writeFileSync(file, JSON.stringify(DATA));
  const unreachable = await refresh('http://127.0.0.1:1');
  assert.equal(unreachable.code, 2);
  assert.match(unreachable.err, /^Nothing was written: http:\/\/127\.0\.0\.1:1\/api\/store\.json cannot be reached \(.+\)\.\n$/);
  PAGES['/api/store.json'] = '{"releases": 1}';
  const unreadable = await refresh(address);
  assert.equal(unreadable.code, 2);
  assert.match(
    unreadable.err,
    /^Nothing was written: .+\/api\/store\.json cannot be read: the answer is no list of releases\.\n$/,
  );
  assert.equal(readFileSync(file, 'utf8'), JSON.stringify(DATA));
});

test('the data in the repository is written as the script writes it', async () => {
  const { written } = await import('../tools/refresh-images/written.ts');
  const text = readFileSync(new URL('../src/parse/base-images.json', import.meta.url), 'utf8');
  assert.equal(written(JSON.parse(text)), text);
});
