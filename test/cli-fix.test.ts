// `hullcheck fix`: what it writes, what it leaves alone, and what it says.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { folder, hullcheck, report, shown } from './cli/run.ts';

const BAD = 'FROM alpine:3.22\n# who\nMAINTAINER me\nRUN sudo a && sudo b\nUSER nobody\n';
const LABEL = 'LABEL org.opencontainers.image.authors="me"';
const read = (cwd: string, name: string) => fs.readFileSync(path.join(cwd, name), 'utf8');

describe('fix', { concurrency: 4 }, () => {
  test('applies safe fixes, says them and what remains, and is done after one run', async (t) => {
    const cwd = folder(t, { Dockerfile: BAD });
    const { code, stdout } = await hullcheck(['fix', '--preset', 'recommended'], { cwd });
    assert.equal(read(cwd, 'Dockerfile'), BAD.replace('MAINTAINER me', LABEL));
    assert.match(stdout, /^fixed Dockerfile no-maintainer .*\nCorrected 1 finding in 1 file\.\n/);
    assert.match(stdout, /Dockerfile:4:5 warning no-sudo/);
    assert.equal(code, 0);
    const again = await hullcheck(['fix', '--preset', 'recommended'], { cwd });
    assert.match(again.stdout, /^Nothing to correct\.\n/);
  });

  test('corrects what any rule can, and says of the rest only what check tells', async (t) => {
    const cwd = folder(t, { Dockerfile: BAD.replace('FROM', 'from').replace('sudo a && sudo b', 'a && b') });
    const { stdout } = await hullcheck(['fix'], { cwd });
    assert.equal(read(cwd, 'Dockerfile').split('\n')[0], 'FROM alpine:3.22');
    assert.match(stdout, /^fixed Dockerfile consistent-instruction-casing /m);
    assert.match(stdout, /\nNothing found in 1 file/);
    assert.match((await hullcheck(['fix'], { cwd })).stdout, /^Nothing to correct\.\n/);
  });

  test('a settings file chooses the rules of fix as it does for check', async (t) => {
    const text = BAD.replace('FROM', 'from');
    const cwd = folder(t, { Dockerfile: text, '.github/hullcheck.yml': 'preset: recommended\n' });
    await hullcheck(['fix'], { cwd });
    assert.equal(read(cwd, 'Dockerfile'), text.replace('MAINTAINER me', LABEL));
  });

  test('--unsafe applies all, in as many rounds as it takes', async (t) => {
    const cwd = folder(t, { Dockerfile: BAD.replace('sudo a', 'sudo sudo a') });
    await hullcheck(['fix', '--unsafe', '--rule', 'no-sudo'], { cwd });
    assert.equal(read(cwd, 'Dockerfile'), BAD.replaceAll('sudo ', ''));
  });

  test('keeps byte order mark, line ends, the missing last one, mode and links', {
    skip: process.platform === 'win32',
  }, async (t) => {
    const windows = `\uFEFF${BAD.replaceAll('\n', '\r\n').trimEnd()}`;
    const cwd = folder(t, { 'w.dockerfile': windows });
    fs.chmodSync(path.join(cwd, 'w.dockerfile'), 0o754);
    fs.mkdirSync(path.join(cwd, 'sub'));
    fs.symlinkSync('../w.dockerfile', path.join(cwd, 'sub/Dockerfile'));
    await hullcheck(['fix', '--preset', 'recommended', 'sub/Dockerfile'], { cwd });
    assert.equal(read(cwd, 'w.dockerfile'), windows.replace('MAINTAINER me', LABEL));
    assert.equal(fs.statSync(path.join(cwd, 'w.dockerfile')).mode & 0o777, 0o754);
    assert.ok(fs.lstatSync(path.join(cwd, 'sub/Dockerfile')).isSymbolicLink());
    assert.deepEqual(fs.readdirSync(cwd).sort(), ['sub', 'w.dockerfile']);
  });

  test('--diff writes nothing and prints what git applies', async (t) => {
    const cwd = folder(t, {
      'a b/Dockerfile': `\uFEFF${BAD}`,
      'c.dockerfile': BAD.trimEnd(),
      Dockerfile: BAD.replaceAll('\n', '\r\n'),
    });
    const { stdout, stderr } = await hullcheck(['fix', '--diff', '--unsafe', '--rule', 'no-sudo', '--rule', 'no-maintainer'], {
      cwd,
    });
    assert.equal(read(cwd, 'c.dockerfile'), BAD.trimEnd());
    assert.match(stderr, /what remains: Nothing found in 3 files/);
    execFileSync('git', ['apply', '-'], { cwd, input: stdout });
    const diffed = ['a b/Dockerfile', 'c.dockerfile', 'Dockerfile'].map((name) => read(cwd, name));
    const fixed = BAD.replaceAll('sudo ', '').replace('MAINTAINER me', LABEL);
    assert.deepEqual(diffed, [`\uFEFF${fixed}`, fixed.trimEnd(), fixed.replaceAll('\n', '\r\n')]);
  });

  test('"-" corrects standard input to standard output', async (t) => {
    const cwd = folder(t, { Dockerfile: 'untouched' });
    const { stdout } = await hullcheck(['fix', '-', '--rule', 'no-maintainer', '--stdin-filename', 'Dockerfile'], {
      cwd,
      input: BAD,
    });
    assert.equal(stdout, BAD.replace('MAINTAINER me', LABEL));
    assert.equal(read(cwd, 'Dockerfile'), 'untouched');
  });

  test('edits of the JSON report, applied as it says, give the text that fix writes', async (t) => {
    const cwd = folder(t, { Dockerfile: BAD.replaceAll('\n', '\r\n') });
    const { findings } = await report(['check', '--rule', 'no-sudo'], { cwd });
    const lines = read(cwd, 'Dockerfile').split('\n');
    const edits = findings
      .flatMap(({ fix }) => fix?.edits ?? [])
      .sort((a, b) => b.start.line - a.start.line || b.start.column - a.start.column);
    assert.ok(edits.length >= 2);
    for (const { start, end, text } of edits) {
      const [first = '', last = ''] = [lines[start.line - 1], lines[end.line - 1]];
      lines.splice(
        start.line - 1,
        end.line - start.line + 1,
        first.slice(0, start.column - 1) + text + last.slice(end.column - 1),
      );
    }
    await hullcheck(['fix', '--unsafe', '--rule', 'no-sudo'], { cwd });
    assert.equal(read(cwd, 'Dockerfile'), lines.join('\n'));
    assert.deepEqual(shown(await report(['check', '--rule', 'no-sudo'], { cwd })), []);
  });
});
