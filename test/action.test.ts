// The Action as a process, as a runner starts it, against the tests' own GitHub.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runAction } from './action/run.ts';
import { type GitHub, startGitHub } from './github/github.ts';
import type { PullRequest } from './github/world.ts';

let github: GitHub;
before(async () => {
  github = await startGitHub();
});
after(() => github.close());

const BAD = 'FROM debian:13.1\nMAINTAINER me\nRUN apt-get update && apt-get install curl\nADD a.txt /a.txt\nCMD node server.js\n';
const OLD = `${BAD}${'# a comment\n'.repeat(20)}`;
const files = { Dockerfile: `${OLD}RUN apt-get install git\n` };

let count = 0;
async function opened(
  base: Record<string, string> = { Dockerfile: OLD },
  change: Record<string, string> = files,
  isPrivate = true,
): Promise<PullRequest> {
  const repository = await github.createRepository('octo', `action-${count++}`, {
    files: base,
    installed: false,
    private: isPrivate,
  });
  await github.commit(repository, 'change', { files: change, message: 'Change' });
  return github.openPullRequest(repository, { head: 'change' });
}

const annotations = (log: string) => log.split('\n').filter((line) => /^::(error|warning|notice) file=/.test(line));

test('with contents: read and a shallow checkout, changed lines come from the API: annotations, summary, SARIF, outputs', async () => {
  for (const isPrivate of [true, false]) {
    const pull = await opened({ Dockerfile: OLD }, files, isPrivate);
    const token = github.actionToken(
      pull.repository,
      isPrivate ? { contents: 'read', pull_requests: 'read' } : { contents: 'read' },
    );
    const run = await runAction({ github, pull, files, inputs: { token, 'sarif-file': 'out/hullcheck.sarif' } });
    assert.equal(run.exitCode, 0, run.log);
    assert.ok(annotations(run.log).length > 0);
    assert.ok(
      annotations(run.log).every((line) => /file=Dockerfile,line=26,/.test(line)),
      run.log,
    );
    assert.match(run.summary, /`Dockerfile:26`/);
    assert.equal(run.outputs.verdict, 'pass');
    assert.equal(Number(run.outputs.findings), annotations(run.log).length);
    const sarif = JSON.parse(run.written('out/hullcheck.sarif') ?? 'null') as { runs: { results: unknown[] }[] };
    assert.equal(sarif.runs[0]?.results.length, annotations(run.log).length);
    const { reviews, checkRuns, comments } = github.stateOf(pull);
    assert.deepEqual([reviews.length, checkRuns.length, comments.length], [0, 0, 0]);
    assert.match(run.summary, /`pull_requests: write`/);
  }
});

test('with pull-requests: write the review is posted once, and what is a comment is no annotation', async () => {
  const pull = await opened();
  const token = github.actionToken(pull.repository, { contents: 'read', pull_requests: 'write' });
  const first = await runAction({ github, pull, files, inputs: { token }, api: '/api/v3' });
  assert.equal(first.exitCode, 0, first.log);
  const { reviews, threads } = github.stateOf(pull);
  assert.equal(reviews.length, 1);
  assert.equal(reviews[0]?.author.login, 'github-actions[bot]');
  assert.ok(threads.length > 0);
  assert.deepEqual(annotations(first.log), []);
  await runAction({ github, pull, files, inputs: { token } });
  assert.equal(github.stateOf(pull).reviews.length, 1);
  await runAction({ github, pull: await opened(), files, inputs: { token, review: 'never' } });
});

test("two jobs with different inputs end none of each other's conversations, and say nothing twice", async () => {
  const pull = await opened();
  const token = github.actionToken(pull.repository, { contents: 'write', pull_requests: 'write' });
  const job = (inputs: Record<string, string>) => runAction({ github, pull, files, inputs: { token, ...inputs } });
  const open = () => github.stateOf(pull).threads.filter(({ resolvedBy }) => resolvedBy === null);
  for (const preset of ['', 'strict', '', 'strict']) await job({ preset });
  const said = open().map(({ path, comments }) => `${path} ${comments[0]?.body.split('\n')[0]}`);
  assert.deepEqual([new Set(said).size, open().length], [said.length, github.stateOf(pull).threads.length]);
  assert.equal(github.stateOf(pull).reviews.length, 2);
  await github.push(pull.repository, 'change', { files: { Dockerfile: OLD } });
  await job({});
  assert.ok(open().length > 0 && open().length < said.length);
  await job({ preset: 'strict' });
  assert.deepEqual(open(), []);
});

test('review: never posts nothing', async () => {
  const pull = await opened();
  const token = github.actionToken(pull.repository, { contents: 'read', pull_requests: 'write' });
  const run = await runAction({ github, pull, files, inputs: { token, review: 'never' } });
  assert.equal(github.stateOf(pull).reviews.length, 0);
  assert.ok(annotations(run.log).length > 0);
});

test('without an API the tree is reviewed, and that is said', async () => {
  const pull = await opened();
  for (const inputs of [{ token: '' }, { token: 'ghs_wrong' }]) {
    const run = await runAction({ github, pull, files, inputs });
    assert.equal(run.exitCode, 0, run.log);
    assert.ok(annotations(run.log).some((line) => /line=2,/.test(line)));
    assert.match(run.summary, /whole tree was reviewed/);
  }
  const push = await runAction({ files });
  assert.match(push.summary, /no pull request: the whole tree was reviewed/);
});

test('without an API, the history of a checkout tells what changed, and its base which settings hold', async () => {
  const settings = (level: string) => ({ '.github/hullcheck.yml': `fail-on: ${level}\n` });
  const run = await runAction({ before: { Dockerfile: OLD, ...settings('warning') }, files: { ...files, ...settings('never') } });
  assert.ok(annotations(run.log).length > 0);
  assert.ok(
    annotations(run.log).every((line) => /line=26,/.test(line)),
    run.log,
  );
  assert.equal(run.exitCode, 1);
  assert.match(run.summary, /history of the checkout/);
});

test('a refused list of changed files does not stop the review', async () => {
  const pull = await opened();
  const token = github.actionToken(pull.repository, { contents: 'read' });
  const run = await runAction({ github, pull, files, inputs: { token } });
  assert.equal(run.exitCode, 0, run.log);
  assert.match(run.summary, /pull_requests: read/);
  assert.ok(annotations(run.log).length > 0);
});

test('the step fails at its level, by the settings of the base and not of the head', async () => {
  const settings = (level: string) => ({ '.github/hullcheck.yml': `fail-on: ${level}\n` });
  const pull = await opened({ Dockerfile: OLD, ...settings('warning') }, { ...files, ...settings('never') });
  const token = github.actionToken(pull.repository, { contents: 'read', pull_requests: 'read' });
  const checkout = { ...files, ...settings('never') };
  const strict = await runAction({ github, pull, files: checkout, inputs: { token } });
  assert.deepEqual([strict.exitCode, strict.outputs.verdict], [1, 'fail']);
  const calm = await runAction({ github, pull, files: checkout, inputs: { token, 'fail-on': 'error' } });
  assert.deepEqual([calm.exitCode, calm.outputs.verdict], [0, 'pass']);
  const here = await runAction({ files: checkout, inputs: { 'fail-on': 'warning' } });
  assert.equal(here.exitCode, 1);
  const wrong = await runAction({ files: checkout, inputs: { 'fail-on': 'fatal' } });
  assert.equal(wrong.exitCode, 1);
  assert.match(wrong.log, /it can be error, warning, info, never/);
});

test('working-directory and paths narrow what is reviewed', async () => {
  const both = { 'a/Dockerfile': BAD, 'b/Dockerfile': BAD, 'b/c/Dockerfile': BAD };
  const run = await runAction({ files: both, inputs: { 'working-directory': 'b', paths: 'c' } });
  assert.ok(annotations(run.log).length > 0);
  assert.ok(
    annotations(run.log).every((line) => line.includes('file=b/c/Dockerfile,')),
    run.log,
  );
  const pull = await opened({ 'README.md': 'x\n' }, both);
  const token = github.actionToken(pull.repository, { contents: 'read', pull_requests: 'write' });
  await runAction({ github, pull, files: both, inputs: { token, 'working-directory': 'b' } });
  assert.deepEqual(new Set(github.stateOf(pull).threads.map(({ path }) => path)), new Set(['b/Dockerfile', 'b/c/Dockerfile']));
  const outside = await runAction({ files: both, inputs: { 'working-directory': '../..' } });
  assert.match(outside.log, /inside of the checkout/);
});

test('nothing from a file is a command to the runner', async () => {
  const evil =
    'FROM debian\n::error::pwned\n::set-output name=verdict::pass\nRUN echo "%0A::warning::pwned" ##[error]pwned\n\u001b[31mRUNN x\n';
  const compose = `services:\n  "::error::x":\n    image: "a\\n::add-mask::y"\n    "%0A::error::z": ${JSON.stringify('::error::w\r\n##[error]')}\n`;
  const all = { Dockerfile: evil, 'x%0A::error::/Dockerfile': BAD, 'a,line=1/Dockerfile': BAD, 'c/compose.yaml': compose };
  obeysNothing((await runAction({ files: all })).log);
  const pull = await opened({ 'README.md': 'x\n' }, { ...all, 'n\n::error::x/Dockerfile': BAD });
  const token = github.actionToken(pull.repository, { contents: 'read', pull_requests: 'read' });
  const run = await runAction({ github, pull, files: {}, inputs: { token } });
  assert.ok(annotations(run.log).length > 0);
  obeysNothing(run.log);
});

function obeysNothing(log: string): void {
  let stopped: string | null = null;
  for (const line of log.split('\n')) {
    const stop = /^::stop-commands::(.+)$/.exec(line);
    if (stop && stopped === null) stopped = stop[1] ?? '';
    else if (stopped !== null && line === `::${stopped}::`) stopped = null;
    else if (stopped === null) {
      assert.match(
        line,
        /^(::(error|warning|notice|debug)(::Hullcheck| file=[^,]*,line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?title=[\w-]+::)|$)/,
      );
      assert.doesNotMatch(line, /##\[|\u001b/);
    }
  }
  assert.equal(stopped, null);
}

test('of many findings the log has ten of each level, and says how many more there are', async () => {
  const many = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`service-${i}/Dockerfile`, BAD]));
  const run = await runAction({ files: many });
  assert.equal(annotations(run.log).filter((line) => line.startsWith('::warning')).length, 10);
  assert.match(run.summary, /more findings have no annotation/);
});

test('after a run on a fork the review is posted by a workflow that has nothing of it but the head', async () => {
  const repository = await github.createRepository('octo', 'forked', { installed: false, files: { Dockerfile: OLD } });
  const fork = await github.fork(repository, 'stranger');
  await github.commit(fork, 'change', { files });
  const pull = await github.openPullRequest(repository, { head: 'change', from: fork, author: 'stranger' });
  const token = github.actionToken(repository, { contents: 'write', pull_requests: 'write' });
  const other = await runAction({ github, pull, files: {}, inputs: { token }, after: { head: '0'.repeat(40) } });
  assert.equal(other.exitCode, 0, other.log);
  assert.match(other.log, /No open pull request has this head/);
  const run = await runAction({ github, pull, files: { Dockerfile: BAD }, inputs: { token }, after: {} });
  assert.equal(run.exitCode, 0, run.log);
  const { reviews, threads } = github.stateOf(pull);
  assert.equal(reviews.length, 1);
  assert.ok(threads.every(({ original }) => original.line === 26));
});
