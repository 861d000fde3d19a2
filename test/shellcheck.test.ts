// ShellCheck on scripts of RUN: a stand-in on the PATH, so that nothing depends on whether this machine has the real one.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { parseDockerfile } from '../src/parse/dockerfile/parse.ts';
import { shellScripts } from '../src/parse/shell-scripts.ts';
import { onPath } from '../src/scan/find.ts';
import { folder, report, shown } from './cli/run.ts';

const DOCKERFILE = `FROM alpine:3.22.2
ENV target=/x
RUN echo "🐳é" && \\
# a note
    rm $target # rest
SHELL ["/bin/bash", "-c"]
RUN <<EOF
set -e
\tcd $target
EOF
RUN ["echo", "$target"]
USER 1000
`;

/** A program that answers with what \`answer\` makes of its arguments, and writes down how it was called. */
function standIn(
  t: TestContext,
  answer: string,
): { PATH: string; calls: () => { args: string[]; env: string[]; scripts: string[] }[] } {
  const bin = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hullcheck-bin-'));
  t.after(() => fs.rmSync(bin, { recursive: true, force: true }));
  const log = path.join(bin, 'log');
  const program = `#!${process.execPath}
const fs = require('node:fs');
const args = process.argv.slice(2);
const scripts = args.slice(args.indexOf('--') + 1).map((file) => fs.readFileSync(file, 'utf8'));
fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args, env: Object.keys(process.env), scripts }) + '\\n');
${answer}
`;
  fs.writeFileSync(path.join(bin, 'shellcheck'), program, { mode: 0o755 });
  const calls = () =>
    fs.existsSync(log)
      ? fs
          .readFileSync(log, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [];
  return { PATH: bin, calls };
}

/** Says something of the word \`$target\` in every script. */
const TARGETS = `
const comments = scripts.flatMap((script, file) => script.split('\\n').flatMap((text, at) => {
  const column = [...text.slice(0, text.indexOf('$target'))].length + 1;
  const one = { file: String(file), line: at + 1, endLine: at + 1, column, endColumn: column + 7, level: 'warning', message: 'Look at this', fix: null };
  return text.includes('$target') ? [{ ...one, code: 2086 }, { ...one, code: 2250, level: 'style' }] : [];
}));
console.log(JSON.stringify({ comments }));
process.exitCode = 1;
`;

const ONLY = ['check', 'Dockerfile', '--rule', 'shellcheck', '--rule', 'shellcheck-style'];

describe('shellcheck', () => {
  test('is asked once about all scripts, without an environment, and its words stand at their places', async (t) => {
    const cwd = folder(t, { Dockerfile: DOCKERFILE });
    const { PATH, calls } = standIn(t, TARGETS);
    const { findings, code } = await report(ONLY, { cwd, env: { PATH } });
    assert.equal(code, 0);
    assert.deepEqual(
      findings.map(({ rule, start, end, message }) => [rule, start.line, start.column, end.column, message]),
      [
        ['shellcheck', 5, 8, 15, 'Look at this. (SC2086)'],
        ['shellcheck-style', 5, 8, 15, 'Look at this. (SC2250)'],
        ['shellcheck', 9, 5, 12, 'Look at this. (SC2086)'],
        ['shellcheck-style', 9, 5, 12, 'Look at this. (SC2250)'],
      ],
    );
    const [call, ...more] = calls();
    assert.equal(more.length, 0);
    assert.deepEqual(call?.scripts, [
      '#!/bin/sh\nexport target=1\necho "🐳é" &&     rm $target # rest\n',
      '#!/bin/bash\nexport target=1\nset -e\n\tcd $target\n',
    ]);
    assert.ok(call?.args.includes('--norc') && call.args.some((one) => /^--exclude=.*SC1091/.test(one)));
    assert.deepEqual(
      call?.env.filter((name) => !name.startsWith('LC_') && !name.startsWith('__CF')),
      [],
    );
  });

  test('is heard only for what is not ignored or excluded', async (t) => {
    const { PATH } = standIn(t, TARGETS);
    const text = 'FROM alpine:3.22.2\n# hadolint ignore=SC2086\nRUN rm $target\nRUN ls $target\nUSER 1000\n';
    const settings = 'rules:\n  shellcheck-style:\n    options:\n      exclude: [SC2250]\n';
    const cwd = folder(t, { Dockerfile: text, '.github/hullcheck.yml': settings });
    assert.deepEqual(shown(await report(ONLY, { cwd, env: { PATH } })), ['Dockerfile:4 shellcheck']);
  });

  test('is not asked where there is nothing to ask, or its rules are off', async (t) => {
    const { PATH, calls } = standIn(t, TARGETS);
    const cwd = folder(t, { Dockerfile: 'FROM alpine:3.22.2\nUSER 1000\n', 'b.dockerfile': DOCKERFILE });
    await report(['check', 'Dockerfile'], { cwd, env: { PATH } });
    await report(['check', 'b.dockerfile', '--rule', 'shellcheck=off', '--rule', 'shellcheck-style=off'], { cwd, env: { PATH } });
    await report(['check', 'b.dockerfile', '--rule', 'no-sudo'], { cwd, env: { PATH } });
    assert.deepEqual(calls(), []);
    const { findings } = await report(ONLY.with(1, 'b.dockerfile'), { cwd, env: { PATH: '/nowhere' } });
    assert.deepEqual(findings, []);
  });

  test('that fails, or says what makes no sense, is a failure and costs no other finding', async (t) => {
    const cwd = folder(t, { Dockerfile: 'FROM alpine:3.22.2\nRUN sudo id\nUSER 1000\n' });
    for (const [answer, said] of [
      ['process.exitCode = 3;', /it ended with 3/],
      ['console.log("{");', /nothing that can be read/],
      ['process.stdout.write("x".repeat(17 * 1024 * 1024));', /it said too much/],
    ] as const) {
      const { PATH } = standIn(t, answer);
      const outcome = await report(['check', 'Dockerfile', '--rule', 'no-sudo', '--rule', 'shellcheck'], { cwd, env: { PATH } });
      assert.equal(outcome.code, 2);
      assert.match(outcome.notices.find(({ about }) => about === 'shellcheck')?.message ?? '', said);
      assert.deepEqual(shown(outcome), ['Dockerfile:2 no-sudo']);
    }
    const { PATH } = standIn(
      t,
      'console.log(JSON.stringify({ comments: [null, { file: "9", line: 1 }, { file: "0", line: 99, endLine: 99, column: 9, endColumn: 1, level: "error", code: 1, message: "x" }] }));',
    );
    const outcome = await report(ONLY, { cwd, env: { PATH } });
    assert.equal(outcome.code === 0 || outcome.code === 1, true);
    assert.ok(outcome.findings.length <= 1);
  });

  test('that . takes no arguments is told where sh is dash: the shell of BusyBox gives them to the file', async (t) => {
    const { PATH } = standIn(t, TARGETS.replace('2086', '2240'));
    const files = {
      Dockerfile: 'FROM alpine/git:2.36.2\nRUN . $target a\n',
      'b.dockerfile': 'FROM debian:13\nRUN . $target a\n',
    };
    const cwd = folder(t, files);
    const outcome = await report(['check', '.', '--rule', 'shellcheck', '--preset', 'recommended'], { cwd, env: { PATH } });
    assert.deepEqual(
      shown(outcome).filter((one) => one.endsWith('shellcheck')),
      ['b.dockerfile:2 shellcheck'],
    );
  });

  test('scripts for no POSIX shell are left out', () => {
    const texts = (text: string) =>
      shellScripts(parseDockerfile({ path: 'Dockerfile', text, bom: false })).map((script) => script.text);
    assert.deepEqual(texts('FROM a\nSHELL ["pwsh", "-c"]\nRUN Get-Item x\n'), []);
    assert.deepEqual(texts('FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n'), []);
    assert.deepEqual(texts('FROM a\nRUN <<EOF\n#!/usr/bin/env bash\nls\nEOF\n'), ['#!/bin/bash\n#!/usr/bin/env bash\nls\n']);
    assert.deepEqual(texts('FROM a AS b\nENV x=1\nARG y\nFROM b\nARG z\nRUN echo $x $y $z\nENV w=1\n'), [
      '#!/bin/sh\nexport x=1 z=1\necho $x $y $z\n',
    ]);
  });

  test('a tool is never taken from a folder that is given relative to where we are', (t) => {
    const { PATH } = standIn(t, '');
    assert.equal(onPath('shellcheck', { PATH: `.${path.delimiter}${PATH}` }), path.join(PATH, 'shellcheck'));
    assert.equal(onPath('shellcheck', { PATH: path.relative(process.cwd(), PATH) }), null);
    assert.equal(onPath('shellcheck', {}), null);
  });
});
