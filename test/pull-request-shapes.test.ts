// Pull requests of unusual shape: renames, removals, patches that GitHub leaves out, bases that moved, files that others name.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type GitHub, startGitHub } from './github/github.ts';
import type { PullRequest, Repository } from './github/world.ts';
import type { Changes, FileContent } from './github/write-commit.ts';
import { reviewAsApp } from './pull-request/app.ts';

let github: GitHub;
before(async () => {
  github = await startGitHub();
});
after(() => github.close());

const BAD = 'FROM debian\nRUN apt-get update && apt-get install curl\nUSER root\nCMD ["bash"]\n';
const LONG = `${BAD}${'# a comment\n'.repeat(30)}`;

let count = 0;
async function opened(
  base: Record<string, FileContent>,
  change: Changes,
): Promise<{ repository: Repository; pull: PullRequest }> {
  const repository = await github.createRepository('octo', `shape-${count++}`, { files: { 'README.md': 'x\n', ...base } });
  await github.commit(repository, 'change', { ...change, message: 'Change' });
  return { repository, pull: await github.openPullRequest(repository, { head: 'change' }) };
}

const lines = (pull: PullRequest) => github.stateOf(pull).threads.map(({ path, current }) => `${path}:${current?.line}`);

test('a renamed file brings nothing new but what was changed in it', async () => {
  const moved = await opened({ Dockerfile: LONG }, { rename: { Dockerfile: 'docker/Dockerfile' } });
  const outcome = await reviewAsApp(github, moved.pull);
  assert.deepEqual([outcome.comments, outcome.annotations.length], [0, 0]);
  assert.deepEqual(
    outcome.report?.files.map(({ path, previousPath }) => [path, previousPath]),
    [['docker/Dockerfile', 'Dockerfile']],
  );
  await github.push(moved.repository, 'change', { files: { 'docker/Dockerfile': `${LONG}RUN sudo ls\n` }, message: 'More' });
  await reviewAsApp(github, moved.pull);
  assert.deepEqual(new Set(lines(moved.pull)), new Set(['docker/Dockerfile:35']));
});

test('a removed file is no finding', async () => {
  const { pull } = await opened({ Dockerfile: LONG }, { delete: ['Dockerfile'] });
  const outcome = await reviewAsApp(github, pull);
  assert.deepEqual([outcome.state, outcome.comments, outcome.report?.verdict], ['reviewed', 0, 'pass']);
});

test('where GitHub gives no patch, findings are annotations on what changed', async () => {
  const filler = (word: string) => Array.from({ length: 11_000 }, (_, i) => `# ${word} ${i}\n`).join('');
  const { pull } = await opened(
    { Dockerfile: `${BAD}${filler('old')}` },
    { files: { Dockerfile: `${BAD}${filler('new')}RUN sudo ls\n` } },
  );
  const outcome = await reviewAsApp(github, pull);
  assert.equal(github.stateOf(pull).reviews.length, 0);
  assert.deepEqual(new Set(outcome.annotations.map(({ rule }) => rule)), new Set(['no-sudo']));
  assert.equal(github.stateOf(pull).checkRuns[0]?.annotations[0]?.start_line, 11_005);
});

test('a base that moved does not make its own changes those of the pull request', async () => {
  const { repository, pull } = await opened(
    { Dockerfile: LONG, 'other/Dockerfile': LONG },
    { files: { Dockerfile: `${LONG}RUN sudo ls\n` } },
  );
  await github.commit(repository, 'main', {
    files: { Dockerfile: `FROM scratch\n${LONG}`, 'other/Dockerfile': BAD },
    message: 'Meanwhile',
  });
  await reviewAsApp(github, pull, { base: (await repository.git.commitOf('refs/heads/main')) ?? '' });
  assert.deepEqual(new Set(lines(pull)), new Set(['Dockerfile:35']));
});

test('a file that a changed Compose file names is read, and counts only where it was changed', async () => {
  const compose = 'services:\n  api:\n    build:\n      context: .\n      dockerfile: image.txt\n';
  const { pull } = await opened({ 'image.txt': LONG }, { files: { 'compose.yaml': compose } });
  const { report, requests, comments } = await reviewAsApp(github, pull);
  assert.equal(comments, 0);
  assert.ok(report?.findings.every(({ path, hidden }) => path !== 'image.txt' || hidden !== undefined));
  assert.ok(requests.length <= 6, requests.join('\n'));

  const both = await opened({ 'image.txt': LONG }, { files: { 'compose.yaml': compose, 'image.txt': `${LONG}RUN sudo ls\n` } });
  await reviewAsApp(github, both.pull);
  assert.deepEqual(new Set(lines(both.pull).filter((line) => line.startsWith('image'))), new Set(['image.txt:35']));
});

test('paths that would trick a query or a page are paths', async () => {
  const names = [
    'a b/Dockerfile',
    'ünï/Dockerfile',
    'a"){x}/Dockerfile',
    '$e0/Dockerfile',
    'a:b/Dockerfile',
    '-x/Dockerfile',
    '<b>/Dockerfile',
    '__proto__/Dockerfile',
  ];
  const { pull } = await opened({}, { files: Object.fromEntries(names.map((name) => [name, BAD])) });
  const { report } = await reviewAsApp(github, pull);
  assert.deepEqual(new Set(report?.files.map(({ path }) => path)), new Set(names));
  assert.equal(new Set(github.stateOf(pull).threads.map(({ path }) => path)).size, names.length);
});

test('threads beyond the first hundred are known, too', async () => {
  const { repository, pull } = await opened({}, { files: { Dockerfile: LONG } });
  const mona = github.userToken('mona');
  for (let i = 0; i < 101; i++)
    await fetch(`${github.url}/repos/octo/${repository.name}/pulls/${pull.number}/comments`, {
      method: 'POST',
      headers: { authorization: `token ${mona}`, 'content-type': 'application/json' },
      body: JSON.stringify({ body: 'x', commit_id: pull.head.sha, path: 'Dockerfile', line: 5, side: 'RIGHT' }),
    });
  const { comments } = await reviewAsApp(github, pull);
  assert.ok(comments > 0);
  assert.equal((await reviewAsApp(github, pull)).comments, 0);
});

test('a closed pull request gets its check and no review', async () => {
  const { pull } = await opened({}, { files: { Dockerfile: BAD } });
  await github.setOpen(pull, false);
  await reviewAsApp(github, pull);
  const { checkRuns, reviews } = github.stateOf(pull);
  assert.deepEqual([checkRuns[0]?.status, reviews.length], ['completed', 0]);
  assert.ok((checkRuns[0]?.annotations.length ?? 0) > 0);
});
