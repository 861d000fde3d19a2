// Jobs in child processes: what goes in and out, and that nothing in a snapshot breaks more than its own file.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { suite, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import rules from '../rules/index.ts';
import { chooseRunner } from '../src/job/choose.ts';
import { hereRunner } from '../src/job/here.ts';
import type { Limits } from '../src/job/inside.ts';
import { processRunner } from '../src/job/process.ts';
import { programHere } from '../src/job/program.ts';
import { parsers } from '../src/parse/parsers.ts';
import { misbehaving } from './job/misbehaving.ts';
import { shop, snapshotOf } from './job/snapshot.ts';

const failures = (notices: readonly { kind: string; about: string; message: string }[]) =>
  notices
    .filter((notice) => notice.kind === 'failure')
    .map(({ about, message }) => [about, message.replace(/ To go on without.*/, '')]);

suite('a job', { concurrency: 3 }, () => {
  test('gives the report that a review in this process gives', async () => {
    const report = await processRunner({ rules }).run(shop);
    assert.deepEqual(report, await hereRunner(async () => ({ rules, parsers })).run(shop));
    assert.deepEqual(report.files, shop.head);
  });

  const deaths: [deed: string, own: Partial<Limits>, message: RegExp][] = [
    ['objects', { memoryMebibytes: 192 }, /^Not reviewed: it took more than 192 MiB of memory and was stopped\.$/],
    ['buffers', { memoryMebibytes: 192 }, /^Not reviewed: it took more than 192 MiB of memory and was stopped\.$/],
    ['write without end', { outputBytes: 2 ** 20 }, /^Not reviewed: it gave more than 1 MiB of results and was stopped\.$/],
    ['complain without end', { outputBytes: 2 ** 20 }, /^Not reviewed: it gave more than 1 MiB of results and was stopped\.$/],
    ['exit', {}, /^Not reviewed: the job ended with 3\.$/],
    ['abort', {}, /^Not reviewed: the job ended with SIGABRT/],
    ['throw', {}, /^Not reviewed: the job ended with 1 \(.*parser lost its way.*\)\.$/],
  ];
  for (const [deed, own, message] of deaths) {
    test(`that dies by "${deed}" costs that file only`, async () => {
      const snapshot = snapshotOf({ a: 'fine', b: deed, c: 'fine' });
      const report = await misbehaving(rules, own).run(snapshot);
      assert.deepEqual(
        report.files.map((file) => file.path),
        ['a', 'c'],
      );
      const [failure, ...more] = failures(report.notices);
      assert.deepEqual([failure?.[0], more], ['b', []]);
      assert.match(failure?.[1] ?? '', message);
      assert.equal(report.verdict, 'incomplete');
    });
  }

  test('is not tried again with a file that killed it, in a later round of the same review', async () => {
    const snapshot = snapshotOf({ b: 'exit' });
    const first = await misbehaving(rules, {}).run(snapshot);
    const later = await processRunner({ rules }).run({
      ...snapshot,
      head: [...snapshot.head, ...shop.head],
      reviewed: ['b', ...shop.reviewed],
    });
    assert.deepEqual(failures(later.notices), failures(first.notices));
    assert.deepEqual(later.files, shop.head);
  });

  test('is given up when file after file kills it', async () => {
    const report = await misbehaving(rules, {}).run(snapshotOf({ a: 'exit', b: 'exit', c: 'exit', d: 'exit', e: 'fine' }));
    assert.deepEqual(report.files, []);
    assert.deepEqual(
      failures(report.notices).map(([about]) => about),
      ['a', 'b', 'c', 'review'],
    );
    assert.equal(report.verdict, 'incomplete');
  });

  test('tries the smallest files alone at last', async () => {
    const huge = 'x'.repeat(1_900_000);
    const report = await misbehaving(rules).run(
      snapshotOf({ a: 'exit', b: 'exit', c: 'exit', d: 'exit', e: huge, f: huge, g: 'fine' }),
    );
    assert.deepEqual(
      report.files.map((file) => file.path),
      ['e', 'g'],
    );
    assert.deepEqual(
      failures(report.notices).map(([about]) => about),
      ['a', 'b', 'c', 'd', 'f'],
    );
  });

  test('that cannot start is a failure of the review', async () => {
    const runner = processRunner({ rules, program: { entry: '/nowhere/job.js', reads: ['/nowhere'] } });
    const report = await runner.run(shop);
    assert.match(failures(report.notices).join(), /^review,The job ended before it had begun a file: the job ended with 1/);
  });

  test('has no environment, reads and writes no files, starts nothing', async () => {
    const { notices } = await misbehaving(rules, {}).run(snapshotOf({ a: 'try all' }));
    assert.deepEqual(
      notices.map(({ about, message }) => `${about}: ${message}`),
      [
        'environment: done: ',
        ...['reading a file', 'reading this project', 'writing a file', 'starting a process', 'starting a thread'].map(
          (about) => `${about}: refused: Error`,
        ),
        'compiling text: refused: EvalError',
      ],
    );
  });
});

test('a job that never ends is stopped, costs its file only, and leaves no process behind', async () => {
  const report = await misbehaving(rules, { milliseconds: 2000 }).run(snapshotOf({ a: 'fine', b: 'spin' }));
  assert.deepEqual(failures(report.notices), [['b', 'Not reviewed: it took longer than 2 s and was stopped.']]);
  assert.equal(report.files.length, 1);
  if (process.platform !== 'linux') return; // Only there it is easy to ask.
  assert.equal(readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim(), '');
});

suite('the inside of a job', { concurrency: 2 }, () => {
  const start = () => spawn(process.execPath, [programHere().entry]);

  for (const [what, input] of [
    ['is no JSON', '{'],
    ['has another shape', JSON.stringify({ ...shop, head: [{ path: 1 }] })],
  ] as const) {
    test(`refuses a snapshot that ${what}`, async () => {
      const job = start();
      job.stdin.end(input);
      const [output, words, [status]] = await Promise.all([text(job.stdout), text(job.stderr), once(job, 'close')]);
      assert.deepEqual([output, status], ['', 1]);
      assert.match(words, /^SyntaxError|^Error: the snapshot does not have its shape/);
    });
  }

  test('writes a large report completely into a slow pipe', async () => {
    const message = 'é'.repeat(3_000_000);
    const job = start();
    job.stdin.end(JSON.stringify({ ...shop, notices: [{ kind: 'limit', about: 'a', message }] }));
    job.stderr.resume();
    await once(job.stdout, 'readable');
    await setTimeout(100);
    assert.equal(JSON.parse(await text(job.stdout)).notices[0].message, message);
  });
});

suite('which job runs', () => {
  const choose = (env: Record<string, string>) =>
    chooseRunner({ rules, env: { PATH: '/nowhere', ...env }, version: '0.0.0', instance: 'test' });

  test('is a child process where there is no docker, and says why', async () => {
    const choice = await choose({});
    assert.ok('runner' in choice);
    assert.deepEqual(
      [choice.runner.kind, choice.why],
      ['process', 'Jobs run as child processes: the docker command is not installed.'],
    );
  });
  test('is a child process on demand', async () => {
    const choice = await choose({ HULLCHECK_JOB: 'process' });
    assert.ok('runner' in choice);
    assert.equal(choice.runner.kind, 'process');
  });
  test('is none where docker is demanded and not there, with the remedy', async () => {
    const choice = await choose({ HULLCHECK_JOB: 'docker' });
    assert.ok('problem' in choice);
    assert.match(choice.problem, /^HULLCHECK_JOB is docker, but the docker command is not installed\. Start Docker Engine/);
  });
  test('is none for a word that is no choice', async () => {
    const choice = await choose({ HULLCHECK_JOB: 'podman' });
    assert.ok('problem' in choice);
    assert.match(choice.problem, /"podman"; it can be auto, docker or process/);
  });
});
