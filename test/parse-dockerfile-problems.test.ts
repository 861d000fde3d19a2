// All that BuildKit refuses in a Dockerfile is told at its place.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Docker's variables look like it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDockerfile } from '../src/parse/dockerfile/parse.ts';

const read = (text: string) => parseDockerfile({ path: 'Dockerfile', text, bom: false });
const codes = (text: string) => read(text).problems.map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`);

test('what BuildKit refuses is a problem at its place, and reading goes on', () => {
  const cases: Record<string, string[]> = {
    '': ['no-instructions '],
    'RUN a': ['no-stage RUN'],
    'ARG a': ['no-stage ARG a'],
    '# escape=x\nFROM a': ['invalid-escape x'],
    '# escape=`\n# escape=`\nFROM a': ['duplicate-directive # escape=`'],
    'FROM a\nRUNN b\nCOPY --form=x a b': ['unknown-instruction RUNN', 'unknown-flag --form=x'],
    'FROM a b\nFROM a AS 1x\nFROM A:\nFROM': [
      'invalid-from a b',
      'invalid-stage-name 1x',
      'invalid-image A:',
      'missing-argument FROM',
    ],
    'FROM a:$V': ['undeclared-image a:$V'],
    'FROM --platform=$P a\nFROM --platform=linux/?? a\nFROM --platform=$BUILDPLATFORM a': [
      'undeclared-platform --platform=$P',
      'invalid-platform --platform=linux/??',
    ],
    'ARG V\nFROM a:$V': ['unset-image a:$V'],
    'FROM a\nCOPY x\nUSER\nENV a\nENV a=b c\nLABEL =x': [
      'missing-argument x',
      'missing-argument USER',
      'invalid-pair a',
      'invalid-pair c',
      'blank-name =x',
    ],
    'FROM a\nCMD ["a", 1]\nSHELL bash -c\nVOLUME [""]': ['mixed-json ["a", 1]', 'not-json bash -c', 'empty-volume ""'],
    'FROM a\nRUN cat <<X\nbody': ['unterminated-heredoc <<X'],
    'FROM a\nCOPY x <<X\nX': ['heredoc-destination <<X'],
    'FROM a\nHEALTHCHECK --interval=5 --retries=-1 CMD x\nHEALTHCHECK FOO x\nHEALTHCHECK NONE x\nHEALTHCHECK CMD': [
      'invalid-duration --interval=5',
      'invalid-retries --retries=-1',
      'invalid-healthcheck FOO',
      'invalid-healthcheck NONE x',
      'missing-argument CMD',
    ],
    'FROM a\nONBUILD ONBUILD RUN x\nONBUILD FROM y': ['invalid-onbuild ONBUILD', 'invalid-onbuild FROM'],
    'FROM a\nCOPY --link=x --chown a b\nCOPY --from=a --from=b c d': [
      'flag-value --link=x',
      'flag-value --chown',
      'duplicate-flag --from=b',
    ],
    'FROM a\nENV A=${B:x} C="d\nEXPOSE 70000 x 1-2/udp\nSTOPSIGNAL SIGNOPE': [
      'invalid-substitution ${B:x}',
      'unclosed-quote "d',
      'invalid-port 70000',
      'invalid-port x',
      'invalid-signal SIGNOPE',
    ],
    'FROM a AS b\nCOPY --from=b x y\nCOPY --from=c x y\nCOPY --from=7 x y\nCOPY --from=$d x y\nFROM e AS c': [
      'stage-order --from=b',
      'stage-order --from=c',
      'invalid-stage-index --from=7',
      'from-variable --from=$d',
    ],
    'FROM a\nRUN --mount=type=cache,target=/ x': ['invalid-mount --mount=type=cache,target=/'],
    'FROM a\nRUN --device=x y': ['experimental-flag --device=x'],
    '# syntax=docker/dockerfile:1-labs\nFROM a\nRUN --device=x y': [],
    'FROM a\nRUN --mount=type=cash,target=/x y': ['invalid-mount --mount=type=cash,target=/x'],
  };
  for (const [text, expected] of Object.entries(cases)) assert.deepEqual(codes(text), expected, JSON.stringify(text));
});

test('values are judged as a build has them that passes no arguments', () => {
  const cases: Record<string, string[]> = {
    'ARG V=\nFROM a:$V': ['unset-image a:$V'],
    'FROM a:$V': ['undeclared-image a:$V'],
    'FROM ${V:?no}': ['required-variable ${V:?no}'],
    'FROM a AS B\nFROM B': ['invalid-image B'],
    'FROM scratch\nARG P=x\nEXPOSE $P 80-70 1.2.3.4:80:80 x:80': ['invalid-port $P', 'invalid-port 80-70', 'invalid-port x:80'],
    'FROM scratch\nARG S\nSTOPSIGNAL $S\nVOLUME $S': ['invalid-signal $S', 'empty-volume $S'],
    'FROM a\nSTOPSIGNAL $S\nVOLUME ["$S"]\nUSER ${S:?}': [],
    'FROM a\nCOPY --chmod=9 a b\nCOPY --chmod=u+rwX,go= a b\nADD --chmod=17777 a b': [
      'invalid-mode --chmod=9',
      'invalid-mode --chmod=17777',
    ],
    'FROM a\nADD --checksum=sha256:1 https://a/b c\nADD --checksum=x a b': [
      'invalid-checksum --checksum=sha256:1',
      'invalid-checksum --checksum=x',
    ],
    'FROM a\nCOPY https://a/b git@c:d/e f /': ['copy-url https://a/b', 'copy-url git@c:d/e'],
    'FROM a\nCOPY --from=^ a b\nRUN --mount=from=0,target=/a b': ['invalid-image --from=^'],
    'FROM a\nCOPY <<E <<"F" /\n${A:0:1} "\nE\n${A:0:1}\nF\n': ['invalid-substitution ${A:0:1} "'],
    '# check=skip=all;eror=true\nFROM a': ['invalid-check skip=all;eror=true'],
    'ARG SOURCE_DATE_EPOCH=2024-01-01\nFROM a': ['invalid-epoch 2024-01-01'],
    'ARG SOURCE_DATE_EPOCH=elsewhere\nFROM a': [],
    'FROM a\nONBUILD HEALTHCHECK --x CMD a\nONBUILD ADD ${b:c} d\nONBUILD COPY $e f\nONBUILD WORKDIR': [
      'unknown-flag --x',
      'invalid-substitution ${b:c}',
      'missing-argument WORKDIR',
    ],
    'FROM a\nONBUILD RUNN b': ['unknown-instruction RUNN'],
    'ARG SOURCE_DATE_EPOCH=src\nFROM scratch AS src\nADD https://a/b c\nFROM a': [],
  };
  for (const [text, expected] of Object.entries(cases)) assert.deepEqual(codes(text), expected, JSON.stringify(text));
});

test('what does not fit into a mount is told, whatever its order', () => {
  const mount = (text: string) => codes(`FROM a\nRUN --mount=${text} a`).length;
  for (const good of [
    'type=cache,target=/a,sharing=locked,mode=0755,uid=1',
    'type=tmpfs,size=64m,target=/a',
    '"type=secret","id=a"',
  ])
    assert.equal(mount(good), 0, good);
  for (const bad of [
    'type=tmpfs,target=/a,size=many',
    'size=64m,type=tmpfs,target=/a',
    'type=bind,target=/a,uid=1',
    'type=secret',
    'ro=maybe,target=/a',
    'target',
    'a"b=c',
  ])
    assert.equal(mount(bad), 1, bad);
});

test('a misspelt instruction carries the one that was meant', () => {
  assert.deepEqual(
    read('FROM a\nCOYP a b\nENTRIPOINT x\nQWERTZ').unknown.map(({ nearest }) => nearest),
    ['COPY', 'ENTRYPOINT', null],
  );
});

test('a line over 65,535 bytes is told, counted in bytes', () => {
  assert.deepEqual(
    read(`FROM a\nRUN ${'ü'.repeat(32_766)}`).problems.map(({ code }) => code),
    ['line-too-long'],
  );
  assert.deepEqual(read(`FROM a\nRUN ${'x'.repeat(65_531)}`).problems, []);
});

test('what is only refused where nothing around the file helps is told apart', () => {
  const conditional = (text: string) => {
    assert.deepEqual(codes(text), [], text);
    return read(text).conditionalProblems.map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`);
  };
  const cases: Record<string, string[]> = {
    'FROM a\nSTOPSIGNAL $S': ['invalid-signal $S'],
    'FROM a\nENV S=9\nSTOPSIGNAL $S': [],
    'FROM a\nRUN --mount=type=cache,target=. x': ['invalid-mount --mount=type=cache,target=.'],
    'FROM a\nWORKDIR /b\nRUN --mount=type=cache,target=. x': [],
    'FROM a\nENV C=${D:?no}': ['required-variable ${D:?no}'],
    'FROM a AS x\nFROM A-$TARGETARCH': ['unset-image A-$TARGETARCH'],
    'FROM a AS x-amd64\nFROM x-$TARGETARCH': [],
    'ARG SOURCE_DATE_EPOCH=src\nFROM a': ['invalid-epoch src'],
    'FROM a\nENV A=9\nSTOPSIGNAL ${A:-${B:-c}}': [],
    'FROM a\nCOPY https://x.org/$D/a b': ['copy-url https://x.org/$D/a'],
  };
  for (const [text, expected] of Object.entries(cases)) assert.deepEqual(conditional(text), expected, text);
});

test('of a trigger is told what a build on the image stops at', () => {
  const later = (text: string) => read(text).problems.map(({ code, later }) => `${code} ${later === true}`);
  assert.deepEqual(later('FROM a\nONBUILD ADD x'), ['missing-argument true']);
  assert.deepEqual(later('FROM a\nONBUILD RUNN x'), ['unknown-instruction true']);
  assert.deepEqual(later('FROM a\nONBUILD COPY --frm=x a b'), ['unknown-flag true']);
  assert.deepEqual(later('FROM a\nONBUILD STOPSIGNAL $S\nONBUILD STOPSIGNAL X'), ['invalid-signal true']);
  assert.deepEqual(later('FROM a\nONBUILD CMD [1]'), ['mixed-json false']);
  assert.deepEqual(later('FROM a AS b\nONBUILD STOPSIGNAL X\nFROM b'), ['invalid-signal false']);
});

test('paths of a build for Windows lie on its drive C:', () => {
  const on = (text: string) => codes(`FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\n${text}`);
  assert.deepEqual(on('COPY a C:/a\nWORKDIR C:\\\\app\nADD c:\\\\b \\\\b'), []);
  assert.deepEqual(on('COPY a D:/a'), ['invalid-path D:/a']);
  assert.deepEqual(on('COPY a C:/a:/b'), ['invalid-path C:/a:/b']);
  assert.deepEqual(on('WORKDIR E:'), ['invalid-path E:']);
  assert.deepEqual(codes('FROM a\nCOPY a D:/a'), []);
});

test('a flag is read in bytes: a no-break space ends it', () => {
  const text = 'FROM a AS b\nFROM a\nCOPY --from=b\u00a0 x y';
  assert.deepEqual(
    read(text)
      .instructions('COPY')[0]
      ?.flags.map(({ value }) => value),
    ['b\u00c2'],
  );
});
