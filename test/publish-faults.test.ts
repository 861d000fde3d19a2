// GitHub at its worst: refusals, lost answers, stale reads, moved heads. One check, one review, nothing lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SUPERSEDED } from '../src/pull-request.ts';
import { secondaryLimit } from './github/faults.ts';
import { type GitHub, startGitHub } from './github/github.ts';
import type { PullRequest, Repository } from './github/world.ts';
import { reviewAsApp } from './pull-request/app.ts';

let github: GitHub;
before(async () => {
  github = await startGitHub();
});
after(() => github.close());

const BAD = 'FROM debian:13.1\nMAINTAINER me\nRUN apt-get update && apt-get install curl\nADD a.txt /a.txt\nCMD node server.js\n';
const API = 'FROM debian:13.1\nMAINTAINER me\nWORKDIR /srv\nADD a.txt /a.txt\nCMD ["bash"]\n';
const REVIEWS = /\/reviews$/;
const CHECKS = /\/check-runs$/;
const CHECK = /\/check-runs\/\d+$/;

let count = 0;
async function opened(): Promise<{ repository: Repository; pull: PullRequest }> {
  github.clearFaults();
  const repository = await github.createRepository('octo', `faulty-${count++}`);
  await github.commit(repository, 'change', { files: { Dockerfile: BAD, 'api/Dockerfile': API }, message: 'Change' });
  return { repository, pull: await github.openPullRequest(repository, { head: 'change' }) };
}

function assertWhole(pull: PullRequest): void {
  const { checkRuns, reviews, threads } = github.stateOf(pull);
  assert.deepEqual(
    checkRuns.map(({ status, conclusion }) => [status, conclusion]),
    [['completed', 'success']],
  );
  assert.equal(reviews.length, 1);
  assert.equal(new Set(threads.map(({ path, comments }) => `${path} ${comments[0]?.body.slice(-50)}`)).size, threads.length);
  assert.ok(threads.length > 3);
}

for (const [name, fault] of [
  ['the answer to the new check is lost', { method: 'POST', path: CHECKS, kind: 'dropAfter' }],
  ['the new check gets a 502 although it was made', { method: 'POST', path: CHECKS, kind: 'after' }],
  ['the new check gets a 502', { method: 'POST', path: CHECKS, kind: 'before' }],
  ['the answer to the review is lost', { method: 'POST', path: REVIEWS, kind: 'dropAfter' }],
  ['the review gets a 502 although it was made', { method: 'POST', path: REVIEWS, kind: 'after' }],
  ['the review gets a 502', { method: 'POST', path: REVIEWS, kind: 'before' }],
  ['the answer to the completion is lost', { method: 'PATCH', path: CHECK, kind: 'dropAfter' }],
  ['the completion gets a 502', { method: 'PATCH', path: CHECK, kind: 'before' }],
  ['the list of files fails once', { method: 'GET', path: /\/files$/, kind: 'before' }],
  ['the texts fail once', { method: 'POST', path: '/graphql', kind: 'drop' }],
  ['a slow-down with a time', { method: 'POST', path: REVIEWS, kind: 'before', ...secondaryLimit(1) }],
  ['a slow-down without a time', { method: 'POST', path: REVIEWS, kind: 'before', ...secondaryLimit() }],
  ['a diff that GitHub does not know yet', { method: 'POST', path: REVIEWS, kind: 'before', status: 422 }],
] as const) {
  test(name, async () => {
    const { pull } = await opened();
    github.fault(fault);
    const outcome = await reviewAsApp(github, pull, { haste: 60 });
    assert.equal(outcome.state, 'reviewed');
    assertWhole(pull);
  });
}

test('a lost answer and a stale read after it make no second review', async () => {
  const { pull } = await opened();
  github.fault({ method: 'POST', path: REVIEWS, kind: 'dropAfter' });
  github.fault({ method: 'GET', path: REVIEWS, kind: 'stale' });
  await reviewAsApp(github, pull);
  assertWhole(pull);
});

test('a review that GitHub never takes ends as annotations', async () => {
  for (const status of [403, 422]) {
    const { pull } = await opened();
    github.fault({
      method: 'POST',
      path: REVIEWS,
      kind: 'before',
      status,
      times: 100,
      headers: { 'x-accepted-github-permissions': 'pull_requests=write' },
    });
    const outcome = await reviewAsApp(github, pull);
    const [check] = github.stateOf(pull).checkRuns;
    assert.equal(outcome.comments, 0);
    assert.equal(check?.annotations.length, outcome.report?.findings.filter(({ hidden }) => !hidden).length);
    if (status === 403) assert.match(check?.output.summary ?? '', /`pull_requests: write`/);
  }
});

test('one comment that GitHub refuses costs few others their place', async () => {
  const { pull } = await opened();
  const all = (await reviewAsApp(github, pull, { review: 'never' })).annotations.length;
  github.fault({
    method: 'POST',
    path: REVIEWS,
    kind: 'before',
    status: 422,
    times: 100,
    body: /"path":"api\/Dockerfile"[^}]*"line":4/,
  });
  const outcome = await reviewAsApp(github, pull);
  assert.equal(github.stateOf(pull).reviews.length, 1);
  assert.equal(outcome.comments, all - 1);
  assert.deepEqual(
    outcome.annotations.map(({ path }) => path),
    ['api/Dockerfile'],
  );
});

test('a stale read does not take the newest head for an overtaken one', async () => {
  const { repository, pull } = await opened();
  await fetch(`${github.url}/repos/octo/${repository.name}/pulls/${pull.number}`);
  await github.push(repository, 'change', { files: { Dockerfile: `${BAD}# more\n` }, message: 'More' });
  github.fault({ method: 'GET', path: /\/pulls\/\d+$/, kind: 'stale' });
  await reviewAsApp(github, pull);
  assertWhole(pull);
});

test('a head that was overtaken gets a cancelled check and no review', async () => {
  const { repository, pull } = await opened();
  const head = pull.head.sha;
  await github.push(repository, 'change', { files: { Dockerfile: `${BAD}# more\n` }, message: 'More' });
  const outcome = await reviewAsApp(github, pull, { head });
  assert.equal(outcome.state, 'superseded');
  assert.equal(github.stateOf(pull).reviews.length, 0);
  const [check] = [...repository.checkRuns.values()];
  assert.deepEqual([check?.headSha, check?.conclusion], [head, 'cancelled']);
});

test('a push during the review cancels it, and an end of the process leaves the check to the next one', async () => {
  const { pull } = await opened();
  const superseded = await reviewAsApp(github, pull, { signal: AbortSignal.abort(SUPERSEDED) });
  assert.equal(superseded.state, 'superseded');
  assert.equal(github.stateOf(pull).checkRuns[0]?.conclusion, 'cancelled');

  const second = (await opened()).pull;
  await assert.rejects(reviewAsApp(github, second, { signal: AbortSignal.abort(new Error('the process ends')) }));
  assert.equal(github.stateOf(second).checkRuns[0]?.status, 'in_progress');
  await reviewAsApp(github, second, { after: 0 });
  assertWhole(second);
  const { requests } = await reviewAsApp(github, second, { after: 0 });
  assert.equal(requests.length, 1, 'what is complete is left alone');
});

test('GitHub that is ill for long gets a check that is not green, or another try later', async () => {
  const { pull } = await opened();
  github.fault({ method: 'GET', path: /\/files$/, kind: 'before', status: 503, times: 100 });
  const outcome = await reviewAsApp(github, pull, { haste: 60 });
  assert.equal(outcome.state, 'failed');
  assert.equal(github.stateOf(pull).checkRuns[0]?.conclusion, 'neutral');

  const other = (await opened()).pull;
  github.fault({ method: 'GET', path: /\/files$/, kind: 'drop', times: 100 });
  await assert.rejects(reviewAsApp(github, other, { haste: 60 }));
});

test('what goes wrong inside completes the check without its inwards', async () => {
  const { pull } = await opened();
  const runner = {
    kind: 'here' as const,
    run: () => Promise.reject(new TypeError('secret inward')),
  };
  assert.equal((await reviewAsApp(github, pull, { runner })).state, 'failed');
  const [check] = github.stateOf(pull).checkRuns;
  assert.equal(check?.conclusion, 'neutral');
  assert.doesNotMatch(JSON.stringify(check?.output), /secret/);
});

test('writes never overlap', () => {
  assert.ok(github.requests.every(({ concurrentWrites }) => concurrentWrites <= 1));
});

test('a list of files that is older than the push hides nothing', async () => {
  const { repository, pull } = await opened();
  await reviewAsApp(github, pull);
  await github.push(repository, 'change', { files: { 'web/Dockerfile': API }, message: 'More' });
  github.fault({ method: 'GET', path: /\/files$/, kind: 'stale' });
  await reviewAsApp(github, pull);
  assert.ok(github.stateOf(pull).threads.some(({ path }) => path === 'web/Dockerfile'));
});
