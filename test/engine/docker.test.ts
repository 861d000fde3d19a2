// Jobs in containers, on a real engine: what holds them, what kills them, and what is left of them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import rules from '../../rules/index.ts';
import { chooseRunner } from '../../src/job/choose.ts';
import { dockerRunner } from '../../src/job/docker.ts';
import { hereRunner } from '../../src/job/here.ts';
import { type Limits, limits } from '../../src/job/inside.ts';
import { processRunner } from '../../src/job/process.ts';
import { parsers } from '../../src/parse/parsers.ts';
import { shop, snapshotOf } from '../job/snapshot.ts';
import { docker, misbehavingImage, ourImage } from './image.ts';

const { env } = process;
const instance = `test-${process.pid}`;
const image = ourImage();
const misbehaving = misbehavingImage(image);
const runner = (own: Partial<Limits> = {}) =>
  dockerRunner({ rules, image: misbehaving, instance, env, limits: { ...limits, ...own } });
const containers = (of: string) => docker('ps', '--all', '--quiet', '--filter', `label=hullcheck.job=${of}`);

/** The id of the container that an instance's job runs in, as soon as there is one. */
async function running(of: string): Promise<string> {
  for (;;) {
    const id = docker('ps', '--quiet', '--filter', `label=hullcheck.job=${of}`);
    if (id !== '') return id;
    await setTimeout(50);
  }
}

after(() => docker('image', 'rm', '--force', misbehaving));

test('our image runs the command line, and not as root', () => {
  assert.match(docker('run', '--rm', '--network', 'none', image, '--version'), /^\d+\.\d+\.\d+$/);
  assert.equal(docker('image', 'inspect', '--format', '{{.Config.User}}', image), '65532:65532');
});

test('our image serves the App, and says that it is healthy', { timeout: 60_000 }, async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const given = { APP_ID: '1', WEBHOOK_SECRET: randomUUID(), PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
  const variables = Object.entries(given).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const id = docker('run', '--detach', '--network', 'none', '--health-interval', '1s', ...variables, image);
  try {
    const health = () => docker('inspect', '--format', '{{.State.Status}} {{.State.Health.Status}}', id);
    while (health() === 'running starting') await setTimeout(200);
    assert.equal(health(), 'running healthy', docker('logs', id));
  } finally {
    docker('rm', '--force', '--volumes', id);
  }
});

test('a container, a child process and this process give the same report', async () => {
  const report = await dockerRunner({ rules, image, instance, env }).run(shop);
  assert.deepEqual(report, await hereRunner(async () => ({ rules, parsers })).run(shop));
  assert.deepEqual(report, await processRunner({ rules }).run(shop));
  assert.deepEqual(report.files, shop.head);
});

suite('a job in a container', () => {
  test('has no network, no rights, no writable disk, and few processes', { timeout: 60_000 }, async () => {
    const job = runner().run(snapshotOf({ a: 'spin' }));
    const id = await running(instance);
    try {
      const status = readFileSync(`/proc/${docker('inspect', '--format', '{{.State.Pid}}', id)}/status`, 'utf8');
      const field = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(status)?.[1];
      assert.deepEqual(['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].map(field), Array(5).fill('0'.repeat(16)));
      assert.deepEqual(['Uid', 'Gid'].map(field), Array(2).fill(Array(4).fill('65534').join('\t')));
      assert.deepEqual(['NoNewPrivs', 'Seccomp'].map(field), ['1', '2']);

      const inside = readFileSync(new URL('look-around.cjs', import.meta.url), 'utf8');
      const seen = JSON.parse(docker('exec', id, 'node', '-e', inside));
      assert.deepEqual(seen.interfaces, ['lo']);
      assert.match(seen.connecting, /^(ENETUNREACH|EACCES|EPERM)$/);
      assert.deepEqual(seen.writable, []);
      assert.ok(seen.processes < limits.pids, `${seen.processes} processes could be started`);
    } finally {
      docker('rm', '--force', id);
      await job;
    }
  });

  test('has no environment but a path, reads nothing but its program, starts nothing', async () => {
    const { notices } = await runner().run(snapshotOf({ a: 'try all' }));
    const refused = ['reading a file', 'reading this project', 'writing a file', 'starting a process', 'starting a thread'];
    assert.deepEqual(
      notices.map(({ about, message }) => `${about}: ${message}`),
      ['environment: done: PATH', ...refused.map((about) => `${about}: refused: Error`), 'compiling text: refused: EvalError'],
    );
  });

  const deaths: [deed: string, own: Partial<Limits>, message: RegExp][] = [
    ['spin', { milliseconds: 5000 }, /^Not reviewed: it took longer than 5 s and was stopped\./],
    ['objects', { memoryMebibytes: 192 }, /^Not reviewed: it took more than 192 MiB of memory and was stopped\./],
    ['buffers', { memoryMebibytes: 192 }, /^Not reviewed: it took more than 192 MiB of memory and was stopped\./],
    ['write without end', { outputBytes: 2 ** 20 }, /^Not reviewed: it gave more than 1 MiB of results and was stopped\./],
    ['exit', {}, /^Not reviewed: the job ended with 3\./],
  ];
  for (const [deed, own, message] of deaths) {
    test(`that dies by "${deed}" costs that file only, and leaves no container`, async () => {
      const report = await runner(own).run(snapshotOf({ a: 'fine', b: deed, c: 'fine' }));
      assert.deepEqual(
        report.files.map((file) => file.path),
        ['a', 'c'],
      );
      assert.deepEqual(
        report.notices.map(({ kind, about }) => [kind, about]),
        [['failure', 'b']],
      );
      assert.match(report.notices[0]?.message ?? '', message);
      assert.equal(containers(instance), '');
    });
  }

  test('that an App left behind when it was killed is removed at its next start, and no other', { timeout: 60_000 }, async () => {
    const [mine, others] = [`${instance}-mine`, `${instance}-others`];
    const script = fileURLToPath(new URL('app-with-job.ts', import.meta.url));
    for (const own of [mine, others]) {
      const app = spawn(process.execPath, [script, misbehaving, own], { stdio: 'ignore' });
      await running(own);
      app.kill('SIGKILL');
    }
    const choice = await chooseRunner({ rules, env: { ...env, HULLCHECK_IMAGE: misbehaving }, version: '0.0.0', instance: mine });
    assert.ok('runner' in choice);
    assert.equal(choice.why, `Jobs run as containers of ${misbehaving}. 1 left by an earlier run was removed.`);
    assert.equal(containers(mine), '');
    assert.notEqual(containers(others), '');
    docker('rm', '--force', await running(others));
  });
});

suite('which job runs, where there is an engine', () => {
  const choose = (own: Record<string, string>) => chooseRunner({ rules, env: { ...env, ...own }, version: '0.0.0', instance });

  test('is a container when our image is at hand', async () => {
    const choice = await choose({ HULLCHECK_IMAGE: image });
    assert.ok('runner' in choice);
    assert.deepEqual([choice.runner.kind, choice.why], ['docker', `Jobs run as containers of ${image}.`]);
  });
  test('is a child process when it is not', async () => {
    const choice = await choose({ HULLCHECK_IMAGE: 'no/such:image' });
    assert.ok('runner' in choice);
    assert.deepEqual(
      [choice.runner.kind, choice.why],
      ['process', 'Jobs run as child processes: the image no/such:image is not at hand.'],
    );
  });
  test('is a child process when no engine answers', async () => {
    const choice = await choose({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });
    assert.ok('runner' in choice);
    assert.equal(choice.runner.kind, 'process');
    assert.match(choice.why, /^Jobs run as child processes: no engine answers \(.*\/nowhere\/docker\.sock/);
  });
});
