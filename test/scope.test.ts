// What of a pull request is shown: what is new, all of the changed files, or all of every file; the summary tells them apart.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type GitHub, startGitHub } from './github/github.ts';
import { reviewAsApp } from './pull-request/app.ts';

let github: GitHub;
before(async () => {
  github = await startGitHub();
});
after(() => github.close());

const OLD = `FROM debian:13.1\nMAINTAINER me\nRUN sudo old\n${'# a comment\n'.repeat(20)}`;
const FIXED_AND_NEW = `${OLD.replace('MAINTAINER me\n', '')}RUN sudo new\n`;

async function reviewed(scope: string | null) {
  const settings = scope === null ? {} : { '.github/hullcheck.yml': `scope: ${scope}\n` };
  const base = { Dockerfile: OLD, 'api/Dockerfile': OLD, 'docs/a.md': 'x\n', ...settings };
  const repository = await github.createRepository(`octo-${scope}`, 'shop', { files: base });
  await github.commit(repository, 'change', { files: { Dockerfile: FIXED_AND_NEW } });
  const pull = await github.openPullRequest(repository, { head: 'change' });
  const { report, annotations } = await reviewAsApp(github, pull);
  const shown = report?.findings.filter(({ hidden }) => !hidden) ?? [];
  const summary = github.stateOf(pull).checkRuns[0]?.output.summary ?? '';
  return {
    pull,
    summary,
    places: shown.map(({ path, existing }) => `${path}${existing ? ' before' : ''}`).sort(),
    annotated: annotations.length,
    threads: github.stateOf(pull).threads.length,
  };
}

test('changed: what is new on changed lines; the rest is counted', async () => {
  const { places, threads, annotated, summary } = await reviewed(null);
  assert.deepEqual([places, threads, annotated], [['Dockerfile'], 1, 0]);
  assert.match(summary, /1 new, 1 fixed, 1 there before and not shown\./);
});

test('files: all of the changed files', async () => {
  const { places, summary, threads, annotated } = await reviewed('files');
  assert.deepEqual(places, ['Dockerfile', 'Dockerfile before']);
  assert.equal(threads + annotated, 2);
  assert.match(summary, /1 new, 1 fixed, 1 there before\./);
});

test('all: every file', async () => {
  const { places, summary } = await reviewed('all');
  assert.deepEqual(places, ['Dockerfile', 'Dockerfile before', 'api/Dockerfile before', 'api/Dockerfile before']);
  assert.match(summary, /1 new, 1 fixed, 3 there before\./);
});
