// `hullcheck review`: what a git range changed, as a pull request would show it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { environment, folder, hullcheck, report, shown, write } from './cli/run.ts';

const OLD = 'FROM alpine:3.22\nMAINTAINER me\nRUN a\nRUN b\nRUN c\nRUN d\nRUN e\nRUN f\nRUN g\nUSER nobody\n';

function git(cwd: string, ...args: string[]): void {
  const config = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@localhost',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'init.defaultBranch=main',
  ];
  execFileSync('git', [...config, ...args], {
    cwd,
    env: environment({ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }),
    stdio: 'pipe',
  });
}

function repository(t: TestContext, files: Record<string, string>): string {
  const cwd = folder(t, files);
  git(cwd, 'init', '-q');
  commit(cwd);
  return cwd;
}

function commit(cwd: string): void {
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-q', '--allow-empty', '-m', 'x');
}

describe('review', { concurrency: 4 }, () => {
  test('tells what is new on changed lines and three around them; the rest is hidden with its reason', async (t) => {
    const cwd = repository(t, { Dockerfile: OLD, 'untouched.dockerfile': OLD });
    write(cwd, { Dockerfile: OLD.replace('RUN g', 'RUN sudo g').replace('RUN a', 'RUN sudo a') });
    commit(cwd);
    const seen = await report(['review', '--base', 'HEAD~1'], { cwd });
    assert.deepEqual(seen.files, ['Dockerfile']);
    assert.deepEqual(shown(seen), ['Dockerfile:3 no-sudo', 'Dockerfile:9 no-sudo']);
    assert.deepEqual(
      seen.findings.filter(({ hidden }) => hidden).map(({ rule, hidden }) => [rule, hidden]),
      [['no-maintainer', 'known on the base']],
    );
  });

  test('counts what is not committed yet and files that git does not know', async (t) => {
    const cwd = repository(t, { Dockerfile: OLD, '.gitignore': 'ignored\n' });
    write(cwd, { Dockerfile: OLD.replace('RUN g', 'RUN sudo g'), 'new.dockerfile': OLD, 'ignored/Dockerfile': OLD });
    const seen = await report(['review', '--base', 'HEAD'], { cwd });
    assert.deepEqual(seen.files.sort(), ['Dockerfile', 'new.dockerfile']);
    assert.deepEqual(shown(seen), ['Dockerfile:9 no-sudo', 'new.dockerfile:2 no-maintainer']);
  });

  test('follows a renamed file, with whatever name', async (t) => {
    const cwd = repository(t, { 'old/Dockerfile': OLD });
    const name = 'new dir/Dockerfile.\t"é\n\\x';
    fs.mkdirSync(path.join(cwd, 'new dir'));
    git(cwd, 'mv', 'old/Dockerfile', name);
    write(cwd, { [name]: OLD.replace('RUN g', 'RUN sudo g') });
    commit(cwd);
    const seen = await report(['review', '--base', 'HEAD~1'], { cwd });
    assert.deepEqual(seen.files, [name]);
    assert.deepEqual(shown(seen), [`${name}:9 no-sudo`]);
  });

  test('says what a change corrected, also with a file that is gone', async (t) => {
    const cwd = repository(t, { Dockerfile: OLD, 'gone.dockerfile': OLD });
    write(cwd, { Dockerfile: OLD.replace('MAINTAINER me\n', '') });
    fs.rmSync(path.join(cwd, 'gone.dockerfile'));
    const seen = await report(['review', '--base', 'HEAD'], { cwd });
    assert.deepEqual([seen.code, shown(seen)], [0, []]);
    assert.deepEqual(
      seen.fixed.map(({ rule, path }) => `${path} ${rule}`),
      ['Dockerfile no-maintainer'],
    );
  });

  test('compares with the merge base, and says with which branch', async (t) => {
    const cwd = repository(t, { Dockerfile: OLD });
    git(cwd, 'checkout', '-q', '-b', 'topic');
    write(cwd, { 'mine.dockerfile': OLD });
    commit(cwd);
    git(cwd, 'checkout', '-q', 'main');
    write(cwd, { Dockerfile: OLD.replace('MAINTAINER me\n', '') });
    commit(cwd);
    git(cwd, 'checkout', '-q', 'topic');
    const { stderr, stdout } = await hullcheck(['review', '--format', 'json'], { cwd });
    assert.match(stderr, /comparing with main \([0-9a-f]{12}\)/);
    assert.deepEqual((JSON.parse(stdout) as { files: string[] }).files, ['mine.dockerfile']);
  });

  test('paths are those of the folder that it runs in', async (t) => {
    const cwd = repository(t, { 'app/Dockerfile': CLEAN, Dockerfile: CLEAN });
    write(cwd, { 'app/Dockerfile': OLD, Dockerfile: OLD });
    const seen = await report(['review', '--base', 'HEAD'], { cwd: path.join(cwd, 'app') });
    assert.deepEqual(shown(seen), ['Dockerfile:2 no-maintainer']);
  });

  test('runs nothing that the repository or the environment names', async (t) => {
    const cwd = repository(t, { Dockerfile: OLD, '.gitattributes': '* diff=evil\n' });
    const trap = `sh -c 'touch ${cwd}/trapped'`;
    for (const key of ['core.fsmonitor', 'diff.external', 'diff.evil.command', 'diff.evil.textconv', 'core.pager'])
      git(cwd, 'config', key, trap);
    write(cwd, { Dockerfile: OLD.replace('RUN g', 'RUN sudo g') });
    const env = { GIT_EXTERNAL_DIFF: trap, GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere' };
    const { stdout } = await hullcheck(['review', '--base', 'HEAD', '--format', 'json'], { cwd, env });
    assert.match(stdout, /"rule":"no-sudo"/);
    assert.equal(fs.existsSync(path.join(cwd, 'trapped')), false);
  });

  test('a wrong base, and a folder without git, are refused', async (t) => {
    const cwd = repository(t, { Dockerfile: OLD });
    const wrong = await hullcheck(['review', '--base', '--output=x'], { cwd });
    assert.equal(wrong.code, 2);
    const missing = await hullcheck(['review', '--base', 'nope'], { cwd });
    assert.deepEqual([missing.code, /no commit "nope"/.test(missing.stderr)], [2, true]);
    const none = await hullcheck(['review'], { cwd: folder(t, {}) });
    assert.deepEqual([none.code, /no git repository/.test(none.stderr)], [2, true]);
  });
});

const CLEAN = 'FROM alpine:3.22\nUSER nobody\n';
