// `hullcheck check`: what is reviewed, what is told, and with which exit code.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { CLI, environment, folder, hullcheck, report, shown } from './cli/run.ts';

const CLEAN = 'FROM alpine:3.22\nUSER nobody\n';
const BAD = 'FROM alpine:3.22\nMAINTAINER me\nRUNN x\nUSER nobody\n';

describe('check', { concurrency: 4 }, () => {
  test('exit codes: 0 clean, 1 at or above the level, 2 what could not be done', async (t) => {
    const cwd = folder(t, { Dockerfile: CLEAN, 'bad/Dockerfile': BAD });
    assert.equal((await hullcheck(['check', 'Dockerfile'], { cwd })).code, 0);
    assert.equal((await hullcheck(['check'], { cwd })).code, 1);
    assert.equal((await hullcheck(['check', '--fail-on', 'never'], { cwd })).code, 0);
    assert.equal((await hullcheck(['check', '--rule', 'no-maintainer'], { cwd })).code, 0);
    assert.equal((await hullcheck(['check', '--rule', 'no-maintainer', '--fail-on', 'info'], { cwd })).code, 1);
    assert.equal((await hullcheck(['check', 'missing'], { cwd })).code, 2);
  });

  test('finds files by name, by content when named, and leaves the rest alone', async (t) => {
    const cwd = folder(t, {
      Dockerfile: CLEAN,
      'deploy/api.Dockerfile': CLEAN,
      'deploy/compose.yml': 'services:\n  web:\n    image: nginx:1.29\n',
      'deploy/odd.txt': CLEAN,
      'deploy/notes.txt': 'nothing of ours\n',
      'node_modules/x/Dockerfile': BAD,
      '.git/Dockerfile': BAD,
    });
    assert.deepEqual((await report(['check'], { cwd })).files.sort(), [
      'Dockerfile',
      'deploy/api.Dockerfile',
      'deploy/compose.yml',
    ]);
    assert.deepEqual((await report(['check', 'deploy/odd.txt'], { cwd })).files, ['deploy/odd.txt']);
    const notes = await report(['check', 'deploy/notes.txt'], { cwd });
    assert.deepEqual([notes.files, notes.notices.map(({ kind, about }) => [kind, about])], [[], [['limit', 'deploy/notes.txt']]]);
    const above = await report(['check', '../'], { cwd: path.join(cwd, 'deploy') });
    assert.ok(above.files.includes('../Dockerfile') && above.files.includes('api.Dockerfile'));
  });

  test('what a Compose file names is reviewed, too, but nothing outside of the folder', async (t) => {
    const root = folder(t, {
      'outside/Dockerfile': BAD,
      'in/compose.yml': 'services:\n  a:\n    build: {context: ., dockerfile: odd}\n  b:\n    build: ../outside\n',
      'in/odd': BAD,
    });
    const seen = await report(['check'], { cwd: path.join(root, 'in') });
    assert.deepEqual(seen.files.sort(), ['compose.yml', 'odd']);
    assert.ok(shown(seen).includes('odd:3 known-instructions'));
  });

  test('an unreadable file is a failure and stops no other', { skip: process.platform === 'win32' }, async (t) => {
    const cwd = folder(t, {
      Dockerfile: BAD,
      'b.dockerfile': 'FROM a\0b\n',
      'c.dockerfile': Buffer.from('FROM a # \xff\n', 'latin1'),
      'd.dockerfile': Buffer.alloc(2 * 1024 * 1024 + 1, '#'),
    });
    fs.symlinkSync('nowhere', path.join(cwd, 'e.dockerfile'));
    fs.symlinkSync('/etc/passwd', path.join(cwd, 'f.dockerfile'));
    fs.symlinkSync('Dockerfile', path.join(cwd, 'g.dockerfile'));
    const seen = await report(['check'], { cwd });
    assert.equal(seen.code, 2);
    assert.equal(seen.verdict, 'incomplete');
    assert.deepEqual(seen.files, ['Dockerfile', 'g.dockerfile']);
    assert.deepEqual(
      seen.notices.map(({ kind, about }) => `${kind} ${about}`),
      ['limit b.dockerfile', 'limit c.dockerfile', 'limit d.dockerfile', 'failure e.dockerfile', 'limit f.dockerfile'],
    );
  });

  test('standard input has the name that it is given', async (t) => {
    const cwd = folder(t, {});
    const seen = await report(['check', '-', '--stdin-filename', 'app/Dockerfile'], { cwd, input: BAD });
    assert.deepEqual(seen.files, ['app/Dockerfile']);
    assert.ok(shown(seen).includes('app/Dockerfile:3 known-instructions'));
    assert.deepEqual((await report(['check', '-'], { cwd, input: CLEAN })).files, ['stdin']);
    assert.equal((await hullcheck(['check', '--stdin-filename', 'x'], { cwd })).code, 2);
  });

  test('settings: the file of the repository, then options', async (t) => {
    const cwd = folder(t, {
      Dockerfile: BAD,
      'old/Dockerfile': BAD,
      '.github/hullcheck.yml': 'ignore: [old]\nrules:\n  known-instructions: off\n',
      'other.yml': 'presett: all\n',
    });
    const seen = await report(['check', '--rule', 'no-maintainer=error'], { cwd });
    assert.deepEqual(shown(seen), ['Dockerfile:2 no-maintainer']);
    assert.equal(seen.code, 1);
    const wrong = await report(['check', '--config', 'other.yml'], { cwd });
    assert.equal(wrong.code, 2);
    assert.match(wrong.notices[0]?.message ?? '', /Line 1.*`presett`.*Did you mean `preset`/);
    assert.match((await hullcheck(['check', '--config', 'none.yml'], { cwd })).stderr, /none\.yml: .*does not exist/);
  });

  test('text: places, excerpt with carets under wide characters, what can be fixed', async (t) => {
    const cwd = folder(t, { Dockerfile: `FROM alpine:3.22\nRUN echo "日本語" && sudo ls ${'x'.repeat(300)}\nUSER nobody\n` });
    const { stdout } = await hullcheck(['check', '--rule', 'no-sudo'], { cwd });
    const lines = stdout.split('\n');
    assert.match(lines[0] ?? '', /^Dockerfile:2:19 warning no-sudo$/);
    // Three wide characters: the caret stands three columns further than its index.
    assert.equal((lines[3] ?? '').indexOf('^'), (lines[2] ?? '').indexOf('sudo') + 3);
    assert.ok((lines[2] ?? '').length <= 100 && (lines[2] ?? '').endsWith('…'));
    assert.match(stdout, /1 warning in 1 file\. "hullcheck fix --unsafe" corrects 1\./);
    assert.doesNotMatch(stdout, /\x1b/);
    assert.doesNotMatch((await hullcheck(['check', '--quiet', '--rule', 'no-sudo'], { cwd })).stdout, /in 1 file/);
  });

  test('colours: asked for, refused, and by the environment', async (t) => {
    const cwd = folder(t, { Dockerfile: BAD });
    const coloured = async (args: string[], env: Record<string, string>) =>
      (await hullcheck(['check', ...args], { cwd, env })).stdout.includes('\x1b[');
    assert.equal(await coloured(['--color'], { NO_COLOR: '1' }), true);
    assert.equal(await coloured([], { FORCE_COLOR: '1' }), true);
    assert.equal(await coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' }), false);
    assert.equal(await coloured(['--no-color'], { FORCE_COLOR: '1' }), false);
  });

  test('hostile names reach neither the terminal nor the runner', { skip: process.platform === 'win32' }, async (t) => {
    const name = 'Dockerfile.\x1b[31m\n::error::x\u202e,a=1:';
    const cwd = folder(t, { [name]: BAD });
    const told = (await hullcheck(['check'], { cwd })).stdout;
    assert.doesNotMatch(told, /\x1b|^::error/m);
    assert.doesNotMatch(told, /\u202e/);
    const commands = (await hullcheck(['check', '--format', 'github'], { cwd })).stdout.trim().split('\n');
    for (const line of commands.slice(0, -1))
      assert.match(line, /^::(error|warning|notice) file=Dockerfile\.[^\n,]*%2Ca=1%3A,line=\d+,/);
    assert.match(commands.at(-1) ?? '', /in 1 file/);
    assert.deepEqual((await report(['check'], { cwd })).files, [name]);
  });

  test('markdown: a table, and names that are no markup', async (t) => {
    const cwd = folder(t, { 'Dockerfile.<b>|@octo': BAD });
    const { stdout } = await hullcheck(['check', '--format', 'markdown'], { cwd });
    assert.match(stdout, /^### Hullcheck: 1 error/);
    const rows = stdout.split('\n').filter((line) => line.startsWith('| '));
    assert.ok(rows.length >= 3);
    for (const row of rows) assert.equal(row.replaceAll('\\|', '').split('|').length, 4);
  });

  test('a report is written to --output, and a folder that is not there is refused', async (t) => {
    const cwd = folder(t, { Dockerfile: BAD });
    const { code, stdout } = await hullcheck(['check', '-f', 'json', '-o', 'report.json'], { cwd });
    assert.deepEqual([code, stdout], [1, '']);
    assert.equal((JSON.parse(fs.readFileSync(path.join(cwd, 'report.json'), 'utf8')) as { verdict: string }).verdict, 'fail');
    const refused = await hullcheck(['check', '-o', 'none/report.txt'], { cwd });
    assert.deepEqual([refused.code, /none\/report\.txt cannot be written/.test(refused.stderr)], [2, true]);
  });

  test('a large report is complete in a slow pipe, and a reader that leaves is no error', async (t) => {
    const cwd = folder(
      t,
      Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [`Dockerfile.${i}`, `FROM alpine:3.22\n${'RUNN x\n'.repeat(490)}`]),
      ),
    );
    const run = () =>
      spawn(process.execPath, [CLI, 'check', '--format', 'json'], { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    const slow = run();
    const chunks: Buffer[] = [];
    for await (const chunk of slow.stdout as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      if (chunks.length < 4) await pause(100);
    }
    const text = Buffer.concat(chunks).toString();
    assert.ok(text.length > 1024 * 1024);
    assert.equal((JSON.parse(text) as { files: string[] }).files.length, 12);
    const left = run();
    const complaints: Buffer[] = [];
    left.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    left.stdout.once('data', () => left.stdout.destroy());
    const code = await new Promise((done) => left.on('close', done));
    assert.deepEqual([code, Buffer.concat(complaints).toString()], [1, '']);
  });
});
