// `npm run defaults`: what the rules that are on by default say of a folder, and the sample to read.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import process from 'node:process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sampled } from '../tools/hits.ts';
import { folder } from './cli/run.ts';

const TOOL = fileURLToPath(new URL('../tools/defaults.ts', import.meta.url));
const tool = async (...args: string[]) =>
  (await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', TOOL, ...args])).stdout;

const files = {
  Dockerfile: 'FROM alpine:3.22\nUSER nobody\n',
  'old/Dockerfile': 'FROM alpine:3.22\nMAINTAINER one\nUSER nobody\n',
  'older/Dockerfile': 'FROM alpine:3.22\nMAINTAINER one\nMAINTAINER two\nADD a /a\nUSER nobody\n',
  'compose.yaml': 'services:\n  web:\n    image: nginx:1.29\n',
};

test('it counts files, findings and hits of each rule', async (t) => {
  const told = await tool(folder(t, files));
  assert.match(told, /^3 files, 4 findings: 1\.33 a file on average;\n1 files \(33\.3 %\) have none\.\n/);
  assert.match(told, /^ {5}3 {6}2 {2}no-maintainer$/m);
  assert.match(told, /^ {5}1 {6}1 {2}copy-instead-of-add$/m);
  assert.match(told, /^ {5}0 {6}0 {2}valid-dockerfile$/m);
  assert.doesNotMatch(told, /nginx|non-root-user/);
});

test('it shows a sample of one rule: place, line, message', async (t) => {
  const told = await tool(folder(t, files), '--rule', 'copy-instead-of-add', '--sample', '5');
  assert.match(told, /^\ncopy-instead-of-add: 1 of 1\nolder\/Dockerfile:4\n {4}ADD a \/a\n {4}`ADD` only copies/);
  assert.doesNotMatch(told, /MAINTAINER/);
});

test('every folder can be a repository of its own', async (t) => {
  const root = folder(t, { 'one/compose.yaml': files['compose.yaml'], 'two/Dockerfile': files['old/Dockerfile'] });
  const told = await tool(root, '--each', '--rule', 'no-maintainer', '--sample', '5');
  assert.match(told, /^\nno-maintainer: 1 of 1\ntwo\/Dockerfile:2\n/);
});

test('a wrong call says how to call it', async () => {
  await assert.rejects(tool(), /Usage: npm run defaults/);
});

test('a sample depends on the seed, and hardly on what else is there', () => {
  const hits = Array.from({ length: 40 }, (_, i) => ({
    rule: 'no-x',
    path: `${i}/Dockerfile`,
    line: 1,
    source: '',
    message: '',
    fingerprint: 'f',
  }));
  const paths = (all: typeof hits, seed: string) => sampled(all, 10, seed).map(({ path }) => path);
  const first = paths(hits, '1');
  assert.equal(first.length, 10);
  assert.deepEqual(paths(hits.toReversed(), '1'), first);
  assert.notDeepEqual(paths(hits, '2'), first);
  const without = hits.filter(({ path }) => path !== first[0]);
  assert.deepEqual(
    first.slice(1).filter((path) => !paths(without, '1').includes(path)),
    [],
  );
});
