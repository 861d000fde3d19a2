// Dockerfiles inside of Compose files are judged as those beside them: every rule's own examples, moved into a block, give the same.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import rules from '../rules/index.ts';
import { lineStarts, placeOf } from '../src/text.ts';
import { readPage } from './rules/page.ts';
import { fixAll, pageText, reviewFiles, toSources } from './rules/run.ts';

const HEAD = 'services:\n  web:\n    build:\n      dockerfile_inline: |\n';
const INDENT = '        ';
const TAIL = '    restart: "no"\n';

/** As a person would write it: dollar signs doubled, every line indented. */
const wrapped = (text: string) => `${HEAD}${text.replaceAll('$', '$$$$').replace(/^(?=.)/gm, INDENT)}${TAIL}`;
const unwrapped = (text: string) =>
  text
    .slice(HEAD.length, -TAIL.length)
    .replace(/^ {1,8}/gm, '')
    .replaceAll('$$', '$');

const inCompose = (text: string, crlf = false) =>
  toSources(new Map([['compose.yaml', crlf ? text.replaceAll('\n', '\r\n') : text]]));

for (const rule of rules) {
  if (rule.on !== 'dockerfile') continue;
  const examples = readPage(pageText(rule), 'Dockerfile').examples.filter(
    ({ files }) => files.size === 1 && [...files.values()].every((text) => /^\S/.test(text) && !/\r|\n\n$/.test(text)),
  );
  describe(rule.id, () => {
    for (const { kind, line, files, options } of examples)
      for (const crlf of [false, true])
        test(`${kind} example in line ${line} inside of a Compose file${crlf ? ' with CRLF' : ''}`, () => {
          const [text = ''] = files.values();
          const beside = toSources(new Map([['Dockerfile', text]]));
          const alone = reviewFiles(beside, [rule], options);
          const inside = inCompose(wrapped(text), crlf);
          const report = reviewFiles(inside, [rule], options);
          assert.deepEqual(report.notices, []);
          const lines = (findings: typeof report.findings, source: string, shift: number) => {
            const starts = lineStarts(source);
            return findings.map(({ message, range, fix }) => [placeOf(starts, range.start).line - shift, message, fix?.title]);
          };
          assert.deepEqual(lines(report.findings, inside[0]?.text ?? '', 4), lines(alone.findings, text, 0));
          const fixed = fixAll(inside, report.findings)[0]?.text.replaceAll('\r\n', '\n') ?? '';
          assert.equal(unwrapped(fixed), fixAll(beside, alone.findings)[0]?.text);
        });
  });
}

const all = (text: string, crlf = false) => {
  const sources = inCompose(text, crlf);
  return {
    sources,
    report: reviewFiles(
      sources,
      rules.filter(({ on }) => on === 'dockerfile'),
    ),
  };
};
const sudo = (text: string) => all(text).report.findings.filter(({ rule }) => rule === 'no-sudo');
const service = (name: string, style: string, ...lines: string[]) =>
  `  ${name}:\n    build:\n      dockerfile_inline: ${style}\n${lines.map((line) => `        ${line}\n`).join('')}`;
const BODY = ['FROM debian:13.2-slim', 'RUN sudo true', 'USER 65532'];

test('two services with Dockerfiles of their own are two findings that stay themselves when they move', () => {
  const text = `services:\n${service('a', '|', ...BODY)}${service('b', '|', ...BODY)}`;
  const moved = `name: shop\nservices:\n${service('b', '|', 'ARG X=1', ...BODY)}${service('a', '|', ...BODY)}`;
  const [first, second] = sudo(text).map(({ fingerprint }) => fingerprint);
  assert.notEqual(first, second);
  assert.deepEqual(
    sudo(moved).map(({ fingerprint }) => fingerprint),
    [second, first],
  );
});

test('one Dockerfile that services share through an anchor is told and fixed once, where it is written', () => {
  const text = `x-build: &build\n  dockerfile_inline: |\n    ${BODY.join('\n    ')}\nservices:\n  a:\n    build: *build\n  b:\n    build: *build\n`;
  const found = sudo(text);
  assert.equal(found.length, 1);
  assert.equal(fixAll(inCompose(text), found)[0]?.text, text.replace('sudo ', ''));
});

for (const [style, lines] of [
  ['>', ['FROM debian:13.2-slim', '', 'RUN', 'sudo true', '', 'USER 65532']],
  ["'FROM debian:13.2-slim", ['', "RUN echo ''a'' && sudo true", '', "USER 65532'"]],
  ['"FROM debian:13.2-slim\\nRUN sudo true\\n\\', ['USER 65532"']],
] as const)
  test(`in the style ${style.charAt(0)} a finding has its place and no fix`, () => {
    const text = `services:\n${service('a', style, ...lines)}`.replaceAll(/^ +$/gm, '');
    const [finding, ...others] = sudo(text);
    assert.deepEqual(others, []);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), 'sudo');
    assert.equal(finding?.fix, undefined);
  });

test('what the environment puts into a Dockerfile is not judged, and a fix keeps away from it', () => {
  const text = `services:\n${service('a', '|', 'FROM $' + '{BASE}', 'RUN apt-get $' + '{ACTION} && sudo true', 'USER 65532')}`;
  const { report, sources } = all(text);
  assert.ok(report.findings.every(({ range }) => !/\$/.test(text.slice(range.start, range.end))));
  assert.deepEqual(report.notices, []);
  assert.match(fixAll(sources, report.findings)[0]?.text ?? '', /FROM \$\{BASE\}\n/);
});

test('ignore comments hold inside of it and above it', () => {
  const inside = `services:\n${service('a', '|', 'FROM debian:13.2-slim', '# hadolint ignore=DL3004', ...BODY.slice(1))}`;
  const above = `services:\n  # hullcheck ignore=no-sudo -- the tool wants it\n${service('a', '|', ...BODY)}`;
  for (const text of [inside, above])
    assert.deepEqual(
      sudo(text).map(({ hidden }) => hidden?.split(':', 1)[0]),
      ['ignored'],
    );
});

test('an unused comment inside of it is told as one of a Dockerfile', () => {
  const text = `services:\n${service('a', '|', 'FROM debian:13.2-slim', '# hullcheck ignore=no-sudo -- once', 'RUN true', 'USER 65532')}`;
  const said = reviewFiles(inCompose(text), rules).findings.filter(({ rule }) => rule === 'unused-ignore');
  assert.deepEqual(
    said.map(({ message }) => message.startsWith('`no-sudo` finds nothing here')),
    [true],
  );
});
