// What a runner hands to an Action.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { git } from '../git.ts';
import { prepareRun } from '../runner.ts';
import { Client, numbered, openShop, pick } from './client.ts';

test('a run has a checkout of the test merge of depth 1, its event, and a token that a fork cannot write with', async (t) => {
  const { gh, shop, pull, at } = await openShop(t);
  const folder = await mkdtemp(join(tmpdir(), 'runner-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await gh.push(shop, 'main', { files: { 'later.txt': 'later\n' } });
  const permissions = { contents: 'read', pull_requests: 'write' } as const;
  const run = await prepareRun(gh, pull, { folder, permissions });
  assert.equal(await readFile(join(run.workspace, 'Dockerfile'), 'utf8'), numbered(40, { 5: 'five', 30: 'thirty' }));
  assert.equal(await readFile(join(run.workspace, 'later.txt'), 'utf8'), 'later\n');
  const log = (await git(run.workspace, ['log', '--format=%H'])).toString().trim();
  assert.deepEqual([log, run.env.GITHUB_REF], [run.env.GITHUB_SHA, 'refs/pull/1/merge']);
  assert.equal(pick(JSON.parse(await readFile(run.files.event, 'utf8')), 'pull_request.head.sha'), pull.head.sha);
  const say = async (token: string, number: number) =>
    (await new Client(gh, token).post(`${at}/issues/${number}/comments`, { body: 'x' })).status;
  assert.equal(await say(run.token, 1), 201);
  const fork = await gh.fork(shop, 'stranger');
  await gh.commit(fork, 'theirs', { files: { x: 'x\n' } });
  const theirs = await prepareRun(gh, await gh.openPullRequest(shop, { head: 'theirs', from: fork, author: 'stranger' }), {
    folder,
    permissions,
  });
  assert.equal(await say(theirs.token, 2), 403);
});

test('a pull request that conflicts runs nothing', async (t) => {
  const { gh, shop, pull } = await openShop(t);
  await gh.push(shop, 'main', { files: { Dockerfile: numbered(40, { 5: 'cinq' }) } });
  await assert.rejects(prepareRun(gh, pull, { folder: tmpdir() }));
});
