// Conversations that live and die: resolved when fixed, kept when answered, never begun twice, whatever is pushed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type GitHub, startGitHub } from './github/github.ts';
import type { PullRequest, Repository, Thread } from './github/world.ts';
import type { Changes } from './github/write-commit.ts';
import { reviewAsApp } from './pull-request/app.ts';

let github: GitHub;
before(async () => {
  github = await startGitHub();
});
after(() => github.close());

const HEAD = 'FROM debian:13.1\nWORKDIR /srv\n';
const SUDO = 'RUN sudo true\n';
const CD = 'MAINTAINER me\n';
const TAIL = 'USER app\nCMD ["bash"]\n';
const BAD = `${HEAD}${SUDO}COPY . .\n${CD}${TAIL}`;
const CLEAN = `${HEAD}COPY . .\nRUN make\n${TAIL}`;
const OLD = `${HEAD}COPY . .\n${'# a comment\n'.repeat(20)}`;

let count = 0;
async function opened(
  change: Changes = { files: { Dockerfile: BAD } },
  base: Record<string, string> = { 'README.md': 'x\n' },
): Promise<{ repository: Repository; pull: PullRequest }> {
  const repository = await github.createRepository(`octo-${count}`, `talk-${count++}`, { files: base });
  await github.commit(repository, 'change', change);
  const pull = await github.openPullRequest(repository, { head: 'change' });
  await reviewAsApp(github, pull);
  assert.ok(threads(pull).length > 0);
  return { repository, pull };
}

const threads = (pull: PullRequest) => github.stateOf(pull).threads;
const open = (pull: PullRequest) => threads(pull).filter(({ resolvedBy }) => resolvedBy === null);
const about = (pull: PullRequest, word: RegExp): Thread => {
  const found = threads(pull).find(({ comments }) => word.test(comments[0]?.body ?? ''));
  assert.ok(found, `a thread about ${word}`);
  return found;
};
const allow = (repository: Repository, permissions: Record<string, 'read' | 'write'>) => {
  for (const installation of github.world.installations.values())
    if (installation.repositories.has(repository)) installation.permissions = { metadata: 'read', ...permissions };
};

test('what is fixed is resolved, in at most twelve requests, and comes back in the same conversation', async () => {
  const { repository, pull } = await opened();
  const said = threads(pull).length;
  await github.push(repository, 'change', { files: { Dockerfile: BAD.replace(SUDO, 'RUN true\n') } });
  const { requests } = await reviewAsApp(github, pull);
  assert.ok(requests.length <= 12, requests.join('\n'));
  assert.equal(about(pull, /sudo/).resolvedBy?.login, 'hullcheck[bot]');
  assert.equal(open(pull).length, said - 1);
  await github.push(repository, 'change', { files: { Dockerfile: CLEAN } });
  await reviewAsApp(github, pull);
  assert.deepEqual(open(pull), []);
  await github.push(repository, 'change', { files: { Dockerfile: BAD } });
  await reviewAsApp(github, pull);
  assert.equal(threads(pull).length, said);
  assert.equal(open(pull).length, said);
});

test('a conversation with a human answer is kept, one that a person resolved never comes back', async () => {
  const { repository, pull } = await opened();
  const [sudo, cd] = [about(pull, /sudo/), about(pull, /MAINTAINER/)];
  github.reply(sudo.comments[0]?.id ?? 0, 'Why?');
  github.resolveThread(cd);
  await github.push(repository, 'change', { files: { Dockerfile: `# moved\n${BAD}` } });
  assert.equal((await reviewAsApp(github, pull)).comments, 0);
  assert.equal(cd.resolvedBy?.login, 'mona');
  await github.push(repository, 'change', { files: { Dockerfile: CLEAN } });
  await reviewAsApp(github, pull);
  assert.equal(sudo.resolvedBy, null);
  assert.equal(sudo.comments[0]?.minimized, null);
  await github.push(repository, 'change', { files: { Dockerfile: BAD } });
  assert.equal((await reviewAsApp(github, pull)).comments, 0);
  assert.equal(cd.resolvedBy?.login, 'mona');
});

test('of two equal findings the right conversation ends', async () => {
  const twice = `${HEAD}${SUDO}COPY . .\n${SUDO}${TAIL}`;
  const { repository, pull } = await opened({ files: { Dockerfile: twice } });
  const said = threads(pull).filter(({ comments }) => /sudo/.test(comments[0]?.body ?? ''));
  assert.deepEqual(
    said.map(({ original }) => original.line),
    [3, 5],
  );
  await github.push(repository, 'change', { files: { Dockerfile: twice.replace(SUDO, 'RUN true\n') } });
  assert.equal((await reviewAsApp(github, pull)).comments, 0);
  assert.deepEqual(
    said.map(({ resolvedBy }) => resolvedBy?.login ?? null),
    ['hullcheck[bot]', null],
  );
  await github.push(repository, 'change', { files: { Dockerfile: `${HEAD}${SUDO}RUN true\nCOPY . .\n${SUDO}${TAIL}` } });
  const { comments } = await reviewAsApp(github, pull);
  const again = threads(pull).filter(({ resolvedBy, comments }) => !resolvedBy && /sudo/.test(comments[0]?.body ?? ''));
  assert.deepEqual([comments <= 1, again.length], [true, 2]);
});

test('accepting any one suggestion adds, moves and repeats nothing', async () => {
  const bad = `${HEAD}MAINTAINER me\n${CD}ADD a.txt /a\nADD b.txt /b\nRUN apt-get update && apt-get install curl\nCMD node x\n`;
  const files = { Dockerfile: bad, 'api/Dockerfile': bad, 'web/Dockerfile': bad };
  const base = { 'README.md': 'x\n', '.github/hullcheck.yml': 'max-comments: 7\n' };
  const first = await opened({ files }, base);
  const offers = threads(first.pull).filter(({ comments }) => comments[0]?.body.includes('```suggestion')).length;
  assert.ok(offers > 1);
  for (let which = 0; which < offers; which++) {
    const { pull } = which === 0 ? first : await opened({ files }, base);
    const said = threads(pull);
    const ids = said.map(({ id }) => id);
    const offer = said.filter(({ comments }) => comments[0]?.body.includes('```suggestion'))[which];
    await github.applySuggestion(offer?.comments[0]?.id ?? 0);
    assert.equal((await reviewAsApp(github, pull)).comments, 0);
    assert.deepEqual(
      threads(pull).map(({ id }) => id),
      ids,
    );
    assert.deepEqual(
      threads(pull).filter(({ resolvedBy }) => resolvedBy),
      [offer],
      `only ${offer?.comments[0]?.body}`,
    );
  }
});

test('a renamed file keeps its conversations, whether the base has it or the pull request brought it', async () => {
  for (const [base, change] of [
    [{ Dockerfile: OLD }, `${OLD}${SUDO}`],
    [{ 'README.md': 'x\n' }, BAD],
  ] as [Record<string, string>, string][]) {
    const { repository, pull } = await opened({ files: { Dockerfile: change } }, base);
    const said = threads(pull).length;
    await github.push(repository, 'change', { rename: { Dockerfile: 'docker/api.Dockerfile' } });
    assert.equal((await reviewAsApp(github, pull)).comments, 0);
    assert.deepEqual([threads(pull).length, open(pull).length], [said, said]);
    await github.push(repository, 'change', { files: { 'docker/api.Dockerfile': OLD } });
    await reviewAsApp(github, pull);
    assert.deepEqual([threads(pull).length, open(pull).length], [said, 0]);
  }
});

test('a removed file, a reverted one and an ignored finding end their conversations', async () => {
  for (const change of [
    { delete: ['Dockerfile'] },
    { files: { Dockerfile: BAD.replace(SUDO, `# hullcheck ignore=no-sudo -- tried without\n${SUDO}`) } },
  ] satisfies Changes[]) {
    const { repository, pull } = await opened();
    await github.push(repository, 'change', change);
    await reviewAsApp(github, pull);
    assert.ok(about(pull, /sudo/).resolvedBy);
  }
  const { repository, pull } = await opened({ files: { Dockerfile: `${OLD}${SUDO}` } }, { Dockerfile: OLD });
  await github.push(repository, 'change', { files: { Dockerfile: OLD } });
  await reviewAsApp(github, pull);
  assert.deepEqual(open(pull), []);
});

test('a file that could not be read ends no conversation', async () => {
  const { repository, pull } = await opened();
  const said = open(pull).length;
  await github.push(repository, 'change', { files: { Dockerfile: `${CLEAN}#${'x'.repeat(6_000_000)}\n` } });
  await reviewAsApp(github, pull);
  assert.equal(open(pull).length, said);
});

test('a rebase and a force-push say nothing twice', async () => {
  const { repository, pull } = await opened();
  const said = threads(pull).length;
  const main = await github.commit(repository, 'main', { files: { 'other.txt': 'x\n' } });
  await github.push(repository, 'change', { files: { Dockerfile: BAD }, onto: main });
  assert.equal((await reviewAsApp(github, pull)).comments, 0);
  assert.deepEqual([threads(pull).length, open(pull).length], [said, said]);
});

test('without contents: write conversations are hidden, and the summary names the permission', async () => {
  const { repository, pull } = await opened();
  allow(repository, { contents: 'read', checks: 'write', pull_requests: 'write' });
  await github.push(repository, 'change', { files: { Dockerfile: CLEAN } });
  await reviewAsApp(github, pull);
  assert.ok(threads(pull).every(({ resolvedBy, comments }) => !resolvedBy && comments[0]?.minimized === 'RESOLVED'));
  assert.match(github.stateOf(pull).checkRuns[0]?.output.summary ?? '', /`contents: write`/);
  const { requests } = await reviewAsApp(github, pull);
  assert.ok(!requests.some((one) => one.startsWith('PATCH') && one.includes('comments')));
});

test('where they may not even be hidden, our comments say that it is fixed, and say it again when it is back', async () => {
  const { repository, pull } = await opened();
  const said = threads(pull).map(({ comments }) => comments[0]?.body);
  const refused = { data: { m0: null }, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] };
  github.fault({
    path: '/graphql',
    body: /mutation.*(resolveReviewThread|minimizeComment)/,
    kind: 'before',
    status: 200,
    answer: refused,
    times: 2,
    headers: { 'content-type': 'application/json' },
  });
  await github.push(repository, 'change', { files: { Dockerfile: CLEAN } });
  await reviewAsApp(github, pull);
  for (const { comments } of threads(pull)) {
    assert.match(comments[0]?.body ?? '', new RegExp(`^Fixed in ${pull.head.sha.slice(0, 7)}\\.`));
    assert.doesNotMatch(comments[0]?.body ?? '', /suggestion/);
  }
  const { requests } = await reviewAsApp(github, pull);
  assert.ok(requests.length <= 6, requests.join('\n'));
  await github.push(repository, 'change', { files: { Dockerfile: BAD } });
  await reviewAsApp(github, pull);
  assert.equal(threads(pull).length, said.length);
  assert.ok(threads(pull).every(({ comments }) => !comments[0]?.body.startsWith('Fixed')));
});
