// Dockerfiles are read as BuildKit reads them: structure, places, stages, values.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Docker's variables look like it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range } from '../src/model.ts';
import { parseDockerfile } from '../src/parse/dockerfile/parse.ts';

const read = (text: string) => parseDockerfile({ path: 'Dockerfile', text, bom: false });
const at = (text: string, range: Range | null | undefined) => (range ? text.slice(range.start, range.end) : null);
const lines = (text: string) => read(text).all.map(({ keyword, startLine, endLine }) => `${keyword} ${startLine}-${endLine}`);

test('instructions are joined over continuations, comments and empty lines, and every range is that of the file', () => {
  const text = 'FROM a\r\nRUN x \\\r\n  # why\r\n\r\n  y && \\  \r\n  z\r\n# end\r\nUSER u';
  const [, run, user] = read(text).all;
  assert.deepEqual(lines(text), ['FROM 1-1', 'RUN 2-6', 'USER 8-8']);
  assert.equal(run?.text, 'x   y &&   z');
  assert.equal(at(text, run?.range), text.slice(text.indexOf('RUN'), text.indexOf('\r\n# end')));
  assert.deepEqual(
    run?.words.map(({ range }) => at(text, range)),
    ['x', 'y', '&&', 'z'],
  );
  assert.deepEqual(
    run?.comments.map((comment) => comment.text),
    ['why'],
  );
  assert.equal(run?.emptyLines.length, 1);
  assert.equal(at(text, user?.arguments), 'u');
});

test('an escaped escape character does not continue a line; a lone one does', () => {
  assert.deepEqual(lines('FROM a\nRUN a \\\\\nUSER b'), ['FROM 1-1', 'RUN 2-2', 'USER 3-3']);
  assert.deepEqual(lines('\\\nFROM a'), ['FROM 1-2']);
  assert.deepEqual(lines('FR\\\nOM a'), ['FROM 1-2']);
});

test('directives end with the first line that is none', () => {
  const text = '# syntax=docker/dockerfile:1\n#escape = `\nFROM a\nRUN a `\n b\n# check=skip=all';
  const file = read(text);
  assert.deepEqual(
    file.directives.map(({ name, value }) => [name, value]),
    [
      ['syntax', 'docker/dockerfile:1'],
      ['escape', '`'],
    ],
  );
  assert.deepEqual(lines(text), ['FROM 3-3', 'RUN 4-5']);
  assert.deepEqual(
    file.comments.map((comment) => comment.text),
    ['check=skip=all'],
  );
  assert.equal(read('\n# escape=`\nFROM a').escape, '\\');
});

test('a heredoc is a whole unquoted word; its body belongs to the instruction', () => {
  const text = 'FROM a\nCOPY <<-"A" 3<<B /x/\n\tone $x\n\tA\nRUN not here\nB\nUSER u';
  const copy = read(text).instructions('COPY')[0];
  assert.deepEqual(
    copy?.heredocs.map((doc) => [doc.name, doc.expand, doc.stripTabs, at(text, doc.word), at(text, doc.body)]),
    [
      ['A', false, true, '<<-"A"', '\tone $x\n'],
      ['B', true, false, '3<<B', 'RUN not here\n'],
    ],
  );
  assert.deepEqual(lines(text), ['FROM 1-1', 'COPY 2-6', 'USER 7-7']);
  for (const line of ['RUN echo "1 <<EOF"', 'CMD cat <<EOF', 'RUN ["cat", "<<EOF"]', "RUN echo 'x <<EOF"]) {
    assert.deepEqual(lines(`FROM a\n${line}\nUSER u`).at(-1), 'USER 3-3', line);
  }
  assert.deepEqual(lines('ONBUILD RUN <<A\nFROM x\nA'), ['ONBUILD 1-3']);
  assert.deepEqual(lines('RUN cat << A\nFROM x\nA'), ['RUN 1-3']);
});

test('flags end at the first word without --, and keep their places through quotes and continuations', () => {
  const text = 'FROM a\nCOPY --from=b \\\n --chown="a b" -- --x y';
  const copy = read(text).instructions('COPY')[0];
  assert.deepEqual(
    copy?.flags.map(({ name, value, nameRange, valueRange }) => [name, value, at(text, nameRange), at(text, valueRange)]),
    [
      ['from', 'b', 'from', 'b'],
      ['chown', 'a b', 'chown', '"a b"'],
    ],
  );
  assert.deepEqual(
    copy?.words.map((word) => word.text),
    ['--x', 'y'],
  );
});

test('the exec form is JSON to the letter, else it is a shell form', () => {
  const text = 'FROM a\nCMD [ "a", "b\\u0020c" ]\nENTRYPOINT ["a", \'b\']\nHEALTHCHECK CMD ["x"]\nVOLUME ["/a b"]';
  const [, cmd, entrypoint, healthcheck, volume] = read(text).all;
  assert.deepEqual(
    cmd?.json?.map(({ value, range }) => [value, at(text, range)]),
    [
      ['a', '"a"'],
      ['b c', '"b\\u0020c"'],
    ],
  );
  assert.equal(entrypoint?.json, null);
  assert.ok(entrypoint?.shell);
  assert.deepEqual(
    healthcheck?.words.map((word) => word.value),
    ['CMD', 'x'],
  );
  assert.deepEqual(
    volume?.words.map((word) => word.value),
    ['/a b'],
  );
});

test('pairs have the places of name and value', () => {
  const text = 'FROM a\nENV A="b c" D=\\\n e\\ f\nENV old a  b\nARG X Y=1';
  const pairs = read(text).all.flatMap((instruction) => instruction.pairs);
  assert.deepEqual(
    pairs.map(({ name, value, legacy }) => [at(text, name.range), value?.value ?? null, legacy]),
    [
      ['A', 'b c', false],
      ['D', '', false],
      ['old', 'a  b', true],
      ['X', null, false],
      ['Y', '1', false],
    ],
  );
});

test('stages know their base, name, image and end', () => {
  const text = 'ARG V=3\nARG I\nFROM alpine:${V:-2} AS One\nSHELL ["/bin/bash","-c"]\nFROM one AS two\nFROM $I\nFROM scratch';
  const { stages } = read(text);
  assert.deepEqual(
    stages.map(({ ref, base, name }) => [ref?.tag ?? null, base?.index ?? null, name?.value ?? null]),
    [
      ['3', null, 'One'],
      [null, 0, 'two'],
      [null, null, null],
      [null, null, null],
    ],
  );
  assert.deepEqual(stages[1]?.shell.words, ['/bin/bash', '-c']);
  assert.deepEqual(
    stages.map(({ isFinal }) => isFinal),
    [false, false, false, true],
  );
  assert.equal(read(text).stageAt(text.indexOf('two'))?.index, 1);
});

test('values are expanded by scope, and unknown ones are known to be unknown', () => {
  const text = 'ARG G=g\nFROM scratch AS a\nENV E=1\nFROM a\nARG G\nARG N\nENV E=${E}2 P=a/b/c.tar\nRUN x\nFROM debian\nRUN y';
  const file = read(text);
  const [run, other] = file.instructions('RUN');
  assert.ok(run && other);
  const values = {
    '$E-$G': '12-g',
    "'$E' \\$E": '$E $E',
    '${U:-d}${E:+set}': 'dset',
    '${P##*/}|${P%/*}|${P#*/}|${P%%/*}': 'c.tar|a/b|b/c.tar|a',
    '${P/b/x}${P//\\//-}': 'a/x/c.tara-b-c.tar',
    '${N:-fallback}': 'fallback',
    $N: null,
    $PATH: null,
    '${E:x}': null,
    '"open': null,
  };
  for (const [word, value] of Object.entries(values))
    assert.equal(file.expand(word, run), word === '"open' ? '"open' : value, word);
  assert.equal(file.expand('$ANY', other), null);
});

test('a finding is recognised by stage, instruction and words', () => {
  const text = 'FROM alpine:3 AS build\nRUN apt-get  install\nFROM ghcr.io/o/app:1\nUSER root';
  const file = read(text);
  const start = text.indexOf('apt-get');
  assert.equal(file.subject({ start, end: start + 16 }), 'build/RUN/apt-get install');
  assert.equal(file.subject(file.instructions('USER')[0]?.arguments ?? { start: 0, end: 0 }), 'ghcr.io/o/app/USER/root');
});

test('nothing throws, whatever the bytes', () => {
  const pieces = [
    'FROM a\n',
    'RUN ',
    '\0',
    '\ud800',
    '\r',
    '\n',
    '\\',
    '`',
    '"',
    "'",
    '$(',
    '${',
    '<<A',
    '[',
    '#',
    ' ',
    '\u2028',
    '((',
    '--x=',
  ];
  let seed = 7;
  const next = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % limit;
  };
  for (let round = 0; round < 2000; round++) {
    const text = Array.from({ length: next(30) }, () => pieces[next(pieces.length)]).join('');
    const file = read(text);
    for (const { range } of [...file.problems, ...file.all, ...file.commands(), ...file.comments]) {
      assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, JSON.stringify(text));
    }
    for (const instruction of file.all) file.expand(instruction.text, instruction);
  }
});

test('the last ARG or ENV that sets a variable wins, also over stages; one ENV sees what was before it, one ARG what stands in front', () => {
  const file = read(
    'ARG G=g\nFROM scratch AS one\nARG A=1 B=$A-$G\nENV A=2 C=$A\nARG G\nARG A\nLABEL l=$A$B$C$G\nFROM one\nARG A=3\nLABEL l=$A$C$X\n',
  );
  const values = file.instructions('LABEL').map((label) => file.expand(label.pairs[0]?.value?.text ?? '', label));
  assert.deepEqual(values, ['21-1g', '31']);
});

test('variables that nothing sets are known, with what the base image may set apart', () => {
  const file = read('ARG T\nFROM a:$T$U\nARG A\nENV B=$A$B$PATH\nFROM alpine:3\nCOPY <<E ${C:-d} /\n$F\nE\n');
  assert.deepEqual(
    file.undefinedVariables.map(({ name, baseMaySet, range }) => [
      name,
      baseMaySet,
      file.source.text.slice(range.start, range.end),
    ]),
    [
      ['U', false, '$U'],
      ['B', true, '$B'],
      ['C', false, '${C'],
      ['F', false, '$F'],
    ],
  );
});
