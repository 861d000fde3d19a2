// Shell texts of a Dockerfile as commands: names, arguments, wrappers, pipes, nesting, and places in the file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDockerfile } from '../src/parse/dockerfile/parse.ts';
import type { Command } from '../src/parse/shell/model.ts';

const source = (body: string, head = 'FROM a\n') => head + body;
const commands = (body: string, head?: string) => parseDockerfile({ path: 'x', text: source(body, head), bom: false }).commands();
const names = (body: string, head?: string) => commands(body, head).map(({ name }) => name);
const first = (body: string, name: string): Command => {
  const command = commands(body).find((one) => one.name === name);
  assert.ok(command, `${name} in ${body}`);
  return command;
};

test('commands are found wherever they stand', () => {
  const cases: Record<string, string[]> = {
    'RUN a && b || c; d & e | f': ['a', 'b', 'c', 'd', 'e', 'f'],
    'RUN if a; then b; else c; fi; for x in $(d); do e; done; while f; do g; done': ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    'RUN (a; { b; }); f() { c; }; case $(d) in x) e;; esac': ['a', 'b', 'c', 'd', 'e'],
    'RUN a "$(b `c`)" <(d) ${x:-$(e)} > "$(f)"': ['a', 'b', 'c', 'd', 'e', 'f'],
    'RUN /usr/bin/a x': ['a'],
    'RUN X=1 a': ['a'],
    'RUN $x y': [''],
    "RUN sh -c 'a && b'": ['sh', 'a', 'b'],
    'RUN bash -euo pipefail -c "a; b"': ['bash', 'a', 'b'],
    'RUN ["/bin/bash", "-c", "a && b"]': ['bash', 'a', 'b'],
    'RUN ["a", "b"]': ['a'],
    'RUN <<EOF\na\nb\nEOF': ['a', 'b'],
    'RUN <<EOF bash\na\nEOF': ['bash', 'a'],
    'RUN bash -e <<EOF && c\na\nEOF': ['bash', 'a', 'c'],
    'RUN cat <<EOF > x\na $(b)\nEOF': ['cat', 'b'],
    'ONBUILD RUN a': ['a'],
    "RUN su -c 'a b' user": ['su', 'a'],
    'CMD a': [],
  };
  for (const [body, expected] of Object.entries(cases)) assert.deepEqual(names(body), expected, body);
});

test('a heredoc for another interpreter, cmd and PowerShell are left alone', () => {
  assert.deepEqual(names('RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF'), []);
  assert.deepEqual(names('RUN <<EOF\n#!/usr/bin/env bash\na\nEOF'), ['a']);
  assert.deepEqual(names('SHELL ["powershell", "-Command"]\nRUN a'), []);
  assert.deepEqual(names('SHELL ["powershell", "-Command"]\nRUN a\nSHELL ["/bin/sh", "-c"]\nRUN b'), ['b']);
  assert.deepEqual(names('RUN a', 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\n'), []);
  assert.deepEqual(names('RUN a', '# escape=`\nFROM x\n'), []);
  const file = parseDockerfile({ path: 'x', text: 'FROM a AS b\nSHELL ["cmd", "/C"]\nFROM b\nRUN x', bom: false });
  assert.equal(file.instructions('RUN')[0]?.interpreter.kind, 'cmd');
});

test('commands that run another one are looked through, and stay commands themselves', () => {
  const cases: Record<string, string> = {
    'RUN sudo -E -u root A=b apt-get x': 'apt-get',
    'RUN env -i A=b nice -n 5 apt-get x': 'apt-get',
    'RUN exec gosu user apt-get x': 'apt-get',
    'RUN timeout -k 5 10s apt-get x': 'apt-get',
    'RUN find . | xargs -n 1 -0 apt-get x': 'apt-get',
    'RUN time apt-get x': 'apt-get',
  };
  for (const [body, name] of Object.entries(cases))
    assert.deepEqual(
      first(body, name).args.map((arg) => arg.value),
      ['x'],
      body,
    );
  const command = first('RUN sudo env apt-get -y install', 'apt-get');
  assert.deepEqual(
    command.wrappers.map(({ name }) => name),
    ['sudo', 'env'],
  );
  assert.deepEqual(names('RUN command -v a'), ['command']);
});

test('arguments have their text, value and place through quotes and continuations', () => {
  const body = 'RUN a "b c" \\\n  # not this\n  --d=$e f\\ g \'h\'i > j';
  const text = source(body);
  const command = first(body, 'a');
  assert.deepEqual(
    command.args.map(({ value, quoted, range }) => [value, quoted, text.slice(range.start, range.end)]),
    [
      ['b c', true, '"b c"'],
      [null, false, '--d=$e'],
      ['f g', false, 'f\\ g'],
      ['hi', true, "'h'i"],
    ],
  );
  assert.deepEqual(
    command.redirects.map(({ operator, target }) => [operator, target?.value]),
    [['>', 'j']],
  );
  assert.equal(text.slice(command.nameRange.start, command.nameRange.end), 'a');
});

test('options: long, short, clustered, with values, up to --', () => {
  const command = first('RUN apt-get -qy --opt=1 -o Foo=bar -t=x --long v install a -- -z', 'apt-get');
  assert.ok(command.has('-y', '--yes'));
  assert.ok(command.has('--opt'));
  assert.ok(!command.has('-z'));
  assert.ok(!command.has('--op'));
  assert.equal(command.option('-o'), 'Foo=bar');
  assert.equal(command.option('--opt'), '1');
  assert.equal(command.option('--long'), 'v');
  assert.deepEqual(
    command.operands.map((arg) => arg.value),
    ['Foo=bar', 'v', 'install', 'a', '-z'],
  );
});

test('pipes and operators are told, and wrapped commands count as the innermost', () => {
  const body = 'RUN a && curl x | sudo bash';
  const curl = first(body, 'curl');
  assert.equal(curl.pipedTo?.name, 'bash');
  assert.equal(curl.before, '&&');
  assert.equal(source(body).slice(curl.beforeRange?.start, curl.beforeRange?.end), '&&');
  assert.equal(first(body, 'bash').pipedFrom?.name, 'curl');
  assert.equal(first('RUN (curl x; wget y) | (cd z && tar x)', 'wget').pipedTo?.name, 'cd');
  assert.equal(first('RUN a\n', 'a').before, null);
});

test('texts inside quotes are 1:1 without escapes, and the whole argument otherwise', () => {
  const plain = `RUN sh -c 'x && apt-get y'`;
  const inner = first(plain, 'apt-get');
  assert.ok(inner.exact);
  assert.equal(source(plain).slice(inner.nameRange.start, inner.nameRange.end), 'apt-get');
  assert.equal(inner.parent?.name, 'sh');
  const escaped = 'RUN sh -c "echo \\"a\\"; apt-get y"';
  const whole = first(escaped, 'apt-get');
  assert.ok(!whole.exact);
  assert.equal(source(escaped).slice(whole.range.start, whole.range.end), '"echo \\"a\\"; apt-get y"');
  assert.deepEqual(
    first(escaped, 'echo').args.map((arg) => arg.value),
    ['a'],
  );
});

test('too much nesting or length is cut, and said', () => {
  const shell = (body: string) => parseDockerfile({ path: 'x', text: source(body), bom: false }).instructions('RUN')[0]?.shell;
  assert.equal(shell(`RUN a; b ${'$('.repeat(20_000)}`)?.cut, true);
  assert.equal(shell(`RUN a; b ${'$('.repeat(20_000)}`)?.commands[0]?.name, 'a');
  assert.equal(shell(`RUN echo $((${'1+'.repeat(5000)}1))`)?.cut, true);
  assert.equal(shell(`RUN a \\\n${'x \\\n'.repeat(60_000)}`)?.cut, false);
  assert.equal(shell('RUN a; b')?.cut, false);
  assert.ok((shell('RUN if a; then')?.problems.length ?? 0) > 0);
});
