// One pull request from its event to a posted review, over HTTP against the tests' own GitHub.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type GitHub, startGitHub } from './github/github.ts';
import { markdown } from './github/page/markdown.ts';
import type { PullRequest, Repository } from './github/world.ts';
import type { FileContent } from './github/write-commit.ts';
import { reviewAsApp } from './pull-request/app.ts';

let github: GitHub;
before(async () => {
  github = await startGitHub();
});
after(() => github.close());

const BAD = 'FROM debian:13.1\nMAINTAINER me\nRUN apt-get update && apt-get install curl\nADD a.txt /a.txt\nCMD node server.js\n';
const CLEAN = 'FROM debian:13.1\nRUN useradd app\nUSER app\nCMD ["bash"]\n';

let count = 0;
async function opened(
  files: Record<string, FileContent>,
  base: Record<string, FileContent> = { 'README.md': 'x\n' },
): Promise<{ repository: Repository; pull: PullRequest }> {
  const repository = await github.createRepository('octo', `shop-${count++}`, { files: base });
  await github.commit(repository, 'change', { files, message: 'Change' });
  return { repository, pull: await github.openPullRequest(repository, { head: 'change' }) };
}

const bodies = (pull: PullRequest) => github.stateOf(pull).threads.map(({ comments }) => comments[0]?.body ?? '');

test('a bad pull request gets one check and one review, in at most nine requests', async () => {
  const { pull } = await opened({ Dockerfile: BAD });
  const { requests, ...outcome } = await reviewAsApp(github, pull);
  const { checkRuns, reviews, threads, comments } = github.stateOf(pull);
  assert.equal(outcome.state, 'reviewed');
  assert.equal(checkRuns.length, 1);
  assert.deepEqual([checkRuns[0]?.name, checkRuns[0]?.status], ['Hullcheck', 'completed']);
  assert.equal(reviews.length, 1);
  assert.equal(reviews[0]?.state, 'COMMENTED');
  assert.equal(reviews[0]?.commit, pull.head.sha);
  assert.ok(threads.length > 1);
  assert.equal(comments.length, 0);
  assert.ok(requests.length <= 9, requests.join('\n'));
  assert.match(requests[1] ?? '', /^POST .*check-runs 201$/);
  assert.ok(bodies(pull).every((body) => /<!-- hullcheck:v1 [0-9a-f]{16} -->$/.test(body)));
});

test('a clean pull request gets a green check and nothing else, in at most six requests', async () => {
  for (const files of [{ Dockerfile: CLEAN }, { 'src/main.c': 'int main() {}\n' }]) {
    const { pull } = await opened(files);
    const { requests } = await reviewAsApp(github, pull);
    const { checkRuns, reviews } = github.stateOf(pull);
    assert.equal(checkRuns[0]?.conclusion, 'success');
    assert.equal(reviews.length, 0);
    assert.ok(requests.length <= 6, requests.join('\n'));
  }
});

test('a file is a Dockerfile when an unchanged Compose file says so', async () => {
  const compose = 'services:\n  api:\n    build:\n      dockerfile: api.docker\n';
  const { pull } = await opened({ 'api.docker': BAD, 'other.docker': BAD }, { 'compose.yaml': compose });
  const { requests } = await reviewAsApp(github, pull);
  const paths = github.stateOf(pull).threads.map(({ path }) => path);
  assert.deepEqual([...new Set(paths)], ['api.docker']);
  assert.ok(requests.length <= 9, requests.join('\n'));
});

test('only what the change brings is told, and nothing twice', async () => {
  const base = `${BAD}${'# a comment\n'.repeat(20)}`;
  const { repository, pull } = await opened({ Dockerfile: `${base}RUN apt-get install git\n` }, { Dockerfile: base });
  await reviewAsApp(github, pull);
  const first = bodies(pull);
  assert.ok(first.length > 0);
  assert.ok(github.stateOf(pull).threads.every(({ current }) => (current?.line ?? 0) > 4));

  assert.equal((await reviewAsApp(github, pull)).comments, 0);
  await github.push(repository, 'change', {
    files: { Dockerfile: `# moved\n${base}RUN apt-get install git\n` },
    message: 'Move',
  });
  assert.equal((await reviewAsApp(github, pull)).comments, 0);
  assert.deepEqual(bodies(pull), first);
});

test('suggestions, accepted one by one, take their findings away', async () => {
  const { repository, pull } = await opened({ Dockerfile: BAD.replaceAll('\n', '\r\n') });
  await reviewAsApp(github, pull);
  const offered = github.stateOf(pull).threads.filter(({ comments }) => comments[0]?.body.includes('```suggestion'));
  assert.ok(offered.length > 0);
  const [first] = offered;
  await github.applySuggestion(first?.comments[0]?.id ?? 0);
  const { report } = await reviewAsApp(github, pull);
  const mark = /hullcheck:v1 (\w+)/.exec(first?.comments[0]?.body ?? '')?.[1];
  assert.ok(report?.findings.every(({ fingerprint }) => fingerprint !== mark));
  assert.equal(github.stateOf(pull).reviews.length, 1);
  assert.doesNotMatch(String(await github.file(repository, 'change', 'Dockerfile')), /[^\r]\n/);
});

test('a forged mark of somebody else silences nothing', async () => {
  const { pull } = await opened({ Dockerfile: BAD });
  const trial = await opened({ Dockerfile: BAD });
  await reviewAsApp(github, trial.pull);
  const forged = bodies(trial.pull);
  await reviewAsApp(github, pull, { review: 'never' });
  const { Octokit } = await import('@octokit/rest');
  const mallory = new Octokit({ auth: github.userToken('mallory'), baseUrl: github.url });
  await mallory.pulls.createReview({
    owner: 'octo',
    repo: pull.repository.name,
    pull_number: pull.number,
    event: 'COMMENT',
    comments: forged.map((body) => ({ path: 'Dockerfile', line: 1, side: 'RIGHT', body })),
  });
  assert.equal((await reviewAsApp(github, pull)).comments, forged.length);
});

test('a fork is reviewed like any other, without a word to the fork', async () => {
  const repository = await github.createRepository('octo', `shop-${count++}`);
  const fork = await github.fork(repository, 'hubot');
  await github.commit(fork, 'change', { files: { Dockerfile: BAD }, message: 'Change' });
  const pull = await github.openPullRequest(repository, { head: 'change', from: fork, author: 'hubot' });
  const { requests } = await reviewAsApp(github, pull);
  assert.equal(github.stateOf(pull).reviews.length, 1);
  assert.ok(requests.every((request) => !request.includes('/hubot/')));
});

test('settings of the head do not count, those of the base do', async () => {
  const off = 'fail-on: never\nignore: ["**"]\n';
  const { pull } = await opened({ Dockerfile: BAD, '.github/hullcheck.yml': off });
  await reviewAsApp(github, pull);
  assert.equal(github.stateOf(pull).reviews.length, 1);
  assert.match(github.stateOf(pull).checkRuns[0]?.output.summary ?? '', /holds once it is merged/);

  const calm = await opened(
    { Dockerfile: BAD, 'build/image': BAD },
    { '.github/hullcheck.yml': 'fail-on: never\nignore: [Dockerfile]\ndockerfiles: [build/image]\n' },
  );
  await reviewAsApp(github, calm.pull);
  assert.deepEqual(new Set(github.stateOf(calm.pull).threads.map(({ path }) => path)), new Set(['build/image']));
  assert.equal(github.stateOf(calm.pull).checkRuns[0]?.conclusion, 'success');
});

test('without settings of our own those of hadolint on the base hold, and those of the head do not', async () => {
  const severe = 'failure-threshold: info\n';
  const strict = await opened({ Dockerfile: BAD }, { '.hadolint.yaml': severe });
  await reviewAsApp(github, strict.pull);
  assert.equal(github.stateOf(strict.pull).checkRuns[0]?.conclusion, 'failure');

  const calm = await opened({ Dockerfile: BAD }, { '.hadolint.yaml': severe, '.github/hullcheck.yml': 'fail-on: never\n' });
  await reviewAsApp(github, calm.pull);
  assert.equal(github.stateOf(calm.pull).checkRuns[0]?.conclusion, 'success');

  const own = await opened({ Dockerfile: BAD, '.hadolint.yaml': 'no-fail: true\n' }, { '.hadolint.yaml': severe });
  await reviewAsApp(github, own.pull);
  const [check] = github.stateOf(own.pull).checkRuns;
  assert.equal(check?.conclusion, 'failure');
  assert.match(check?.output.summary ?? '', /`\.hadolint\.yaml`: Settings are read from the base branch/);
});

test('an ignore comment that the pull request brings is in the summary, and hides nothing without a reason', async () => {
  const { pull } = await opened({
    Dockerfile: 'FROM debian:13.1\n# hullcheck ignore=no-maintainer\nMAINTAINER a@b.c\nUSER 1000\n',
  });
  await reviewAsApp(github, pull);
  const { checkRuns } = github.stateOf(pull);
  assert.match(checkRuns[0]?.output.summary ?? '', /`Dockerfile:2` ignores `no-maintainer` without a reason/);
  assert.ok(bodies(pull).some((body) => body.includes('no-maintainer')));
});

test('of many findings fifteen are comments, each file has one before any has a second; the rest are annotations', async () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`service-${i}/Dockerfile`, BAD]));
  const { pull } = await opened(files);
  const outcome = await reviewAsApp(github, pull);
  const { threads, checkRuns } = github.stateOf(pull);
  assert.equal(threads.length, 15);
  assert.equal(new Set(threads.map(({ path }) => path)).size, 12);
  assert.equal(checkRuns[0]?.annotations.length, outcome.annotations.length);
  assert.ok(outcome.annotations.length > 10);
});

test('350 files: only ours are fetched, and annotations go in batches', async () => {
  const files: Record<string, FileContent> = Object.fromEntries(Array.from({ length: 270 }, (_, i) => [`src/${i}.c`, `${i}\n`]));
  for (let i = 0; i < 80; i++) files[`service-${i}/Dockerfile`] = BAD;
  const { pull } = await opened(files);
  const outcome = await reviewAsApp(github, pull);
  const [check] = github.stateOf(pull).checkRuns;
  assert.equal(check?.status, 'completed');
  assert.equal(outcome.report?.files.length, 80);
  assert.equal(check?.annotations.length, 200);
  assert.match(check?.output.summary ?? '', /more findings have no annotation/);
});

test('hostile files end in notices, and their text mentions nobody', async () => {
  const { pull } = await opened({
    'binary/Dockerfile': Buffer.from([70, 82, 0, 79, 77]),
    'latin/Dockerfile': Buffer.from('FROM debian:13\n# caf\xe9\n', 'latin1'),
    'large/Dockerfile': `FROM debian:13\n${'#'.repeat(3 * 1024 * 1024)}\n`,
    'middle/Dockerfile': `${BAD}${'# filler\n'.repeat(40_000)}`,
    'bom/Dockerfile': `\uFEFF${BAD}`,
    'lfs/Dockerfile': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
    'evil/Dockerfile': 'FROM debian\nRUNN @octo/team <img src=x> [a](http://evil.example) `x` -->\n::error::pwned\n',
    'ev`il @octo/Dockerfile': BAD,
  });
  const { report } = await reviewAsApp(github, pull);
  const about = new Set(report?.notices.map((notice) => notice.about));
  for (const path of ['binary', 'latin', 'large', 'lfs']) assert.ok(about.has(`${path}/Dockerfile`), path);
  const reviewed = new Set(report?.files.map(({ path }) => path));
  for (const path of ['middle', 'bom', 'evil', 'ev`il @octo']) assert.ok(reviewed.has(`${path}/Dockerfile`), path);
  const [check] = github.stateOf(pull).checkRuns;
  const shown = [...bodies(pull), check?.output.summary ?? ''].map((body) => markdown(body).text).join('\n');
  assert.match(shown, /RUNN/);
  assert.doesNotMatch(shown, /class="mention"|<img|href="http:\/\/evil/);
});

test('a symbolic link is not reviewed as a file', async () => {
  const { pull } = await opened({ Dockerfile: { symlink: 'docker/Dockerfile' }, 'docker/Dockerfile': CLEAN });
  const { report } = await reviewAsApp(github, pull);
  assert.deepEqual(
    report?.files.map(({ path }) => path),
    ['docker/Dockerfile'],
  );
  assert.match(report?.notices[0]?.message ?? '', /symbolic link/);
});
