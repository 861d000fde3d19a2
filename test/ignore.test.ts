// Ignore comments: our own and those of other tools, how far they reach, and what a change may not hide with one of its own.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import unusedIgnore from '../rules/project/unused-ignore.ts';
import { defaultSettings } from '../src/config/defaults.ts';
import { applyFixes } from '../src/fix.ts';
import type { LineSpan, Report, Snapshot } from '../src/model.ts';
import { parsers } from '../src/parse/parsers.ts';
import { summary } from '../src/report/summary.ts';
import { review } from '../src/review.ts';
import { type Rule, rule } from '../src/rule.ts';

const noSudo = rule({
  id: 'no-sudo',
  on: 'dockerfile',
  title: 'No sudo',
  severity: 'warning',
  category: 'security',
  also: [
    'hadolint/DL3004',
    'shellcheck/SC2117',
    'buildkit/NoSudo',
    'trivy/DS-0010',
    'checkov/CKV2_DOCKER_1',
    'kics/8ada6e80-0ade-439e-b176-0b28f6bce35a',
    'dockerfile-utils/SUDO',
    'semgrep/no-sudo-in-dockerfile',
    'tally/no-sudo-please',
  ],
  *check(dockerfile) {
    for (const { nameRange } of dockerfile.commands('sudo')) yield { at: nameRange, message: '`sudo`' };
  },
});
const noPrivileged = rule({
  id: 'no-privileged',
  on: 'compose',
  title: 'Not privileged',
  severity: 'error',
  category: 'security',
  also: ['dclint/no-privileged', 'kics/ae5b6871', 'trivy/DS-0099'],
  *check(compose) {
    for (const service of compose.services) {
      const entry = service.entryOf('privileged');
      if (entry) yield { at: entry.key.range, message: `${service.name} is privileged` };
    }
  },
});
const noEcho = rule<{ which: 'loud' | 'all' }>({
  id: 'no-echo',
  on: 'dockerfile',
  title: 'No echo',
  severity: 'info',
  category: 'style',
  options: {
    properties: { which: { type: 'string', enum: ['loud', 'all'], description: 'Which.', default: 'loud', wider: 'all' } },
  },
  *check(dockerfile, { options }) {
    for (const { nameRange, args } of dockerfile.commands('echo'))
      if (options.which === 'all' || args.some(({ text }) => text === 'LOUD')) yield { at: nameRange, message: '`echo`' };
  },
});
const rules: readonly Rule[] = [noSudo, noPrivileged, noEcho, unusedIgnore];

interface Sides {
  path?: string;
  base?: string;
  touched?: readonly LineSpan[];
  settings?: Snapshot['settings'];
}

function run(text: string, { path = 'Dockerfile', base, touched, settings = defaultSettings }: Sides = {}): Report {
  const snapshot: Snapshot = {
    of: 'test',
    reviewed: [path],
    head: [{ path, text, bom: false }],
    base: base === undefined ? [] : [{ path, text: base, bom: false }],
    touched: touched ? { [path]: touched } : null,
    tree: null,
    settings,
    today: '2026-11-21',
    notices: [],
  };
  return review(snapshot, { rules, parsers });
}

const lines = (text: string, report: Report) =>
  report.findings
    .filter((finding) => !finding.hidden && finding.rule !== 'unused-ignore')
    .map((finding) => text.slice(0, finding.range.start).split('\n').length);
/** Lines of the findings that are shown. */
const shown = (text: string, sides?: Sides) => lines(text, run(text, sides));
const why = (text: string, sides?: Sides) =>
  run(text, sides)
    .findings.filter(({ rule }) => rule !== 'unused-ignore')
    .map(({ hidden }) => hidden ?? 'shown');

const TWO = (comment: string) => `FROM a:1\n${comment}\nRUN sudo a && \\\n    sudo b\nRUN sudo c\nFROM b:1\nRUN sudo d\n`;
const ALL = [3, 4, 5, 7];
const BELOW = [5, 7];

describe('comments in a Dockerfile', () => {
  const cases: readonly [comment: string, left: readonly number[]][] = [
    ['# hullcheck ignore=no-sudo', BELOW],
    ['# hullcheck ignore=no-such,no-sudo -- because', BELOW],
    ['# hullcheck ignore=DL3004', ALL],
    ['# hadolint ignore=DL3004', BELOW],
    ['#hadolint ignore = DL3008 , DL3004 # because', BELOW],
    ['# hadolint ignore=SC2117', BELOW],
    ['# hadolint ignore=DL3008', ALL],
    ['# hadolint ignore=NoSudo', ALL],
    ['# hadolint global ignore=DL3004', []],
    ['# tally ignore=hadolint/DL3004;reason=because', BELOW],
    ['# tally ignore=tally/no-sudo-please', BELOW],
    ['# tally ignore=all', BELOW],
    ['# tally global ignore=NoSudo', []],
    ['# check=skip=NoSudo,Other', BELOW],
    ['# check=skip=all', BELOW],
    ['# check=skip=NoSudo // it asks for it', BELOW],
    ['# check=skip=all in the end', BELOW],
    ['# check=error=true', ALL],
    ['#trivy:ignore:AVD-DS-0010', BELOW],
    ['# trivy:ignore:DS010 trivy:ignore:DS-0001 because', BELOW],
    ['# trivy:ignore:DS002', ALL],
    ['# trivy:ignore:*', BELOW],
    ['# trivy:ignore:DS-0010:exp:2026-11-22', BELOW],
    ['# trivy:ignore:DS-0010:exp:2026-11-21', ALL],
    ['#checkov:skip=CKV2_DOCKER_1:because', []],
    ['# checkov:skip=CKV_DOCKER_1', ALL],
    ['# kics-scan ignore-line', BELOW],
    ['# kics-scan ignore-block', [7]],
    ['# kics-scan ignore', ALL],
    ['# dockerfile-utils: ignore', BELOW],
    ['# nosemgrep', BELOW],
    ['# nosemgrep: dockerfile.security.no-sudo-in-dockerfile.no-sudo-in-dockerfile', BELOW],
    ['# nosemgrep: other', ALL],
    ['# dclint disable-line', ALL],
    ['# hadolint ignore=DL3004\n\n# and a word', [7, 9]],
    ['RUN echo # hadolint ignore=DL3004', ALL],
  ];
  for (const [comment, left] of cases) test(JSON.stringify(comment), () => assert.deepEqual(shown(TWO(comment)), left));

  test('at the head of the file', () => {
    const body = 'FROM a:1\nRUN sudo a\n';
    assert.deepEqual(shown(`# check=skip=NoSudo;error=true\n${body}`), []);
    assert.deepEqual(shown(`# syntax=docker/dockerfile:1\n# check=skip=all\n${body}`), []);
    assert.deepEqual(shown(`# no directive any more\n# check=skip=NoSudo\n${body}`), [4]);
    assert.deepEqual(shown(`# kics-scan ignore\n${body}`), []);
    assert.deepEqual(shown(`# a\n\n# kics-scan disable=8ada6e80-0ade-439e-b176-0b28f6bce35a\n${body}`), []);
    assert.deepEqual(shown(`# kics-scan disable=8ada6e80\n${body}`), []);
    assert.deepEqual(shown(`# kics-scan disable=ffffffff\n${body}`), [3]);
    assert.deepEqual(shown(`# kics-scan ignore-block\n${body}FROM b:1\nRUN sudo b\n`), [5]);
  });

  test('inside of an instruction, only the line below', () => {
    assert.deepEqual(shown('FROM a:1\nRUN echo && \\\n# hullcheck ignore=no-sudo\n  sudo a && \\\n  sudo b\n'), [5]);
  });

  test('the reason is told', () => {
    assert.deepEqual(why('FROM a:1\n# hadolint ignore=DL3004 # we must\nRUN sudo a\n'), ['ignored: we must']);
    assert.deepEqual(why('FROM a:1\n# hullcheck ignore=no-sudo -- we must\nRUN sudo a\n'), ['ignored: we must']);
    assert.deepEqual(why('FROM a:1\n# check=skip=NoSudo // we must\nRUN sudo a\n'), ['ignored: we must']);
    assert.deepEqual(why('FROM a:1\n# check=skip=NoSudo;reason=we must\nRUN sudo a\n'), ['ignored: we must']);
    assert.deepEqual(why('FROM a:1\n# checkov:skip=CKV2_DOCKER_1: "we must"\nRUN sudo a\n'), ['ignored: we must']);
    assert.deepEqual(why('FROM a:1\n# trivy:ignore:DS-0010 - we must\nRUN sudo a\n'), ['ignored: we must']);
    assert.deepEqual(why('FROM a:1\n# trivy:ignore:DS-0010\nRUN sudo a\n'), ['ignored']);
  });
});

describe('comments in a Compose file', () => {
  const yaml = (above: string, beside = '', head = '') =>
    `${head}services:\n  a:\n${above}    privileged: true${beside}\n  b:\n    privileged: true\n`;
  const at = { path: 'compose.yaml' };
  const cases: readonly [text: string, left: readonly number[]][] = [
    [yaml('    # hullcheck ignore=no-privileged\n'), [6]],
    [yaml('', ' # hullcheck ignore=no-privileged'), [5]],
    [yaml('', '# hullcheck ignore=no-privileged'), [3, 5]],
    [yaml('    # dclint disable-line no-privileged -- why\n'), [6]],
    [yaml('', ' # dclint disable-line'), [5]],
    [yaml('', ' # dclint disable-line other no-privileged'), [5]],
    [yaml('', ' # dclint disable-line other'), [3, 5]],
    [yaml('', '', '# dclint disable no-privileged other\n'), []],
    [yaml('', '', '# dclint disable\n'), []],
    [yaml('', '', '--- # dclint disable-file\n'), []],
    [yaml('    # dclint disable\n'), [4, 6]],
    ['services: # dclint disable-line\n  a:\n    privileged: true\n', [3]],
    [yaml('    # kics-scan ignore-line\n'), [6]],
    [yaml('', '', '# kics-scan ignore\n'), []],
    [yaml('', ' # trivy:ignore:DS-0099'), [5]],
    ['services:\n  # kics-scan ignore-block\n  a:\n    privileged: true\n  b:\n    privileged: true\n', [6]],
    ['services:\n  # kics-scan ignore-line\n  a:\n    privileged: true\n', [4]],
    ['services:\n  # compose-lint: disable=CL-0002\n  a:\n    privileged: true\n', [4]],
  ];
  for (const [text, left] of cases) test(JSON.stringify(text), () => assert.deepEqual(shown(text, at), left));
});

describe('comments that a change brings', () => {
  const base = 'FROM a:1\nRUN echo\n';
  const touched = [{ from: 1, to: 9 }];
  const told = (text: string, sides: Sides) => run(text, sides).ignores ?? [];

  test('need a reason', () => {
    assert.deepEqual(why('FROM a:1\n# hullcheck ignore=no-sudo\nRUN sudo a\n', { base, touched }), ['shown']);
    assert.deepEqual(why('FROM a:1\n# hadolint ignore=DL3004\nRUN sudo a\n', { touched }), ['shown']);
    assert.deepEqual(why('FROM a:1\n# hadolint ignore=DL3004 # old image\nRUN sudo a\n', { base, touched }), [
      'ignored: old image',
    ]);
  });

  test('are no longer its own once the base has them, also where the change edits what is below', () => {
    const old = 'FROM a:1\n# hullcheck ignore=no-sudo\nRUN sudo a\n';
    assert.deepEqual(why(old.replace('sudo a', 'sudo a && sudo b'), { base: old, touched }), ['ignored', 'ignored']);
    assert.deepEqual(told(old.replace('sudo a', 'sudo b'), { base: old, touched }), []);
  });

  test('are told in the summary', () => {
    const text = 'FROM a:1\n# hullcheck ignore=no-sudo\nRUN sudo a\n# hadolint ignore=DL3004 # it *must*\nRUN sudo b\n';
    const report = run(text, { base, touched });
    assert.deepEqual(
      report.ignores?.map(({ tool, rules, reason, hides, refused }) => ({ tool, rules, reason, hides, refused })),
      [
        { tool: 'hullcheck', rules: ['no-sudo'], reason: '', hides: 0, refused: 1 },
        { tool: 'hadolint', rules: ['DL3004'], reason: 'it *must*', hides: 1, refused: 0 },
      ],
    );
    const markdown = summary(report, { length: 10_000 });
    assert.match(markdown, /`Dockerfile:2` ignores `no-sudo` without a reason, so it hides nothing/);
    assert.match(markdown, /`Dockerfile:4` ignores `DL3004`: it \\\*must\\\*\. It hides 1\./);
  });

  test('never hide an error of security, nor do those that it moves', () => {
    const path = 'compose.yaml';
    const yaml = (above: string, image = 'a:1') => `services:\n  a:\n    image: ${image}\n${above}    privileged: true\n`;
    const comment = '    # hullcheck ignore=no-privileged -- the host is ours\n';
    const fresh = yaml(comment);
    assert.deepEqual(why(fresh, { path, base: 'services:\n  a:\n    image: a:1\n', touched }), ['shown']);
    assert.match(
      summary(run(fresh, { path, touched }), { length: 9000 }),
      /the host is ours\. Not hidden: 1, for errors of security stay\./,
    );
    assert.deepEqual(why(yaml(comment, 'a:2'), { path, base: fresh, touched }), ['ignored: the host is ours']);
    const moved = `services:\n  a:\n    image: a:1\n${comment}    read_only: true\n`;
    assert.deepEqual(why(yaml(comment), { path, base: moved, touched }), ['shown']);
    assert.deepEqual(why(fresh, { path }), ['ignored: the host is ours']);
  });
});

describe('comments that hide nothing', () => {
  const said = (text: string, sides?: Sides) =>
    run(text, sides)
      .findings.filter(({ rule }) => rule === 'unused-ignore')
      .map(({ message }) => message.replace(/: the comment hides.*/, ''));
  const fixed = (text: string) => {
    const report = run(text);
    return applyFixes(report.files, report.findings, 'safe').files.map((file) => file.text);
  };

  test('are told, each with what in it does nothing', () => {
    assert.deepEqual(said('FROM a:1\n# hullcheck ignore=no-sudo\nRUN a\n'), ['`no-sudo` finds nothing here']);
    assert.deepEqual(said('FROM a:1\n# hullcheck ignore=no-sudo\nRUN sudo a\n'), []);
    assert.deepEqual(said('FROM a:1\n# hullcheck ignore=no-sud\nRUN sudo a\n'), [
      'There is no rule `no-sud` for this file. Did you mean `no-sudo`?',
    ]);
    assert.deepEqual(said('FROM a:1\n# hullcheck ignore=no-privileged\nRUN a\n'), [
      'There is no rule `no-privileged` for this file',
    ]);
  });

  test('are not judged where the rule is off, and not those of other tools', () => {
    const settings = { ...defaultSettings, rules: { 'no-sudo': { severity: 'off' as const } } };
    assert.deepEqual(said('FROM a:1\n# hullcheck ignore=no-sudo\nRUN a\n', { settings }), []);
    assert.deepEqual(said('FROM a:1\n# hullcheck ignore=unused-ignore\nRUN a\n'), []);
    assert.deepEqual(said('FROM a:1\n# hadolint ignore=DL3004\nRUN a\n'), []);
  });

  test('are not judged where the rule says less than it does for those who ask for more', () => {
    const text = 'FROM a:1\n# hullcheck ignore=no-echo\nRUN echo a\n';
    assert.deepEqual(said(text), []);
    assert.deepEqual(said(text.replace('echo a', 'true')), []);
    const settings = { ...defaultSettings, preset: 'all' as const };
    assert.deepEqual(said(text, { settings }), []);
    assert.deepEqual(said(text.replace('echo a', 'true'), { settings }), ['`no-echo` finds nothing here']);
  });

  test('lose what does nothing', () => {
    assert.deepEqual(fixed('FROM a:1\n# hullcheck ignore=nothing-such,no-sudo -- why\nRUN sudo a\n'), [
      'FROM a:1\n# hullcheck ignore=no-sudo -- why\nRUN sudo a\n',
    ]);
    assert.deepEqual(fixed('FROM a:1\n  # hullcheck ignore=no-sudo\nRUN a\n'), ['FROM a:1\nRUN a\n']);
    assert.deepEqual(fixed('FROM a:1\n# hullcheck ignore=no-sud\nRUN sudo a\n'), []);
  });

  test('are known on the base when they were there', () => {
    const base = 'FROM a:1\n# hullcheck ignore=no-sudo\nRUN a\n';
    const touched = [{ from: 1, to: 9 }];
    const hidden = (text: string, sides: Sides) => run(text, sides).findings.map((finding) => finding.hidden);
    assert.deepEqual(hidden(`${base}RUN b\n`, { base, touched }), ['known on the base']);
    assert.deepEqual(hidden(base, { base: base.replace('RUN a', 'RUN sudo a'), touched }), [undefined]);
  });
});

test('a file of nothing but ignore comments is read in time that grows with its length', () => {
  const comments = '# hullcheck ignore=a,b,c\n'.repeat(45_000);
  const report = run(`${comments}FROM a:1\nRUN sudo a\n`);
  assert.ok(report.findings.some(({ rule, hidden }) => rule === 'no-sudo' && !hidden));
  assert.ok(report.findings.filter(({ rule }) => rule === 'unused-ignore').length <= 500);
});
