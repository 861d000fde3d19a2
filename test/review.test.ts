// The pipeline on changes in memory: what is new, what is hidden and why, what a fingerprint survives, what a broken rule costs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import projectRules from '../rules/project.ts';
import { defaultSettings } from '../src/config/defaults.ts';
import { BESIDE_FILES } from '../src/limits.ts';
import type { Report, Snapshot, SourceFile } from '../src/model.ts';
import { parsers } from '../src/parse/parsers.ts';
import { review } from '../src/review.ts';
import { reviewInRounds } from '../src/rounds.ts';
import { type Rule, replace, rule } from '../src/rule.ts';

const file = (path: string, text: string, previousPath?: string): SourceFile => ({
  path,
  text,
  bom: false,
  ...(previousPath && { previousPath }),
});

const noSudo = rule({
  id: 'no-sudo',
  on: 'dockerfile',
  title: 'No sudo',
  severity: 'error',
  category: 'security',
  fixes: 'safe',
  *check(dockerfile) {
    for (const { nameRange } of dockerfile.commands('sudo'))
      yield {
        at: nameRange,
        message: '`sudo`',
        fix: { title: 'Remove it', edits: [replace({ start: nameRange.start, end: nameRange.end + 1 }, '')] },
      };
  },
});
const noPrivileged = rule({
  id: 'no-privileged',
  on: 'compose',
  title: 'Not privileged',
  severity: 'warning',
  category: 'security',
  *check(compose) {
    for (const service of compose.services) {
      const entry = service.entryOf('privileged');
      if (entry) yield { at: entry.key.range, message: `${service.name} is privileged` };
    }
  },
});
const broken = rule({
  id: 'broken',
  on: 'dockerfile',
  title: 'Broken',
  severity: 'info',
  category: 'style',
  // biome-ignore lint/correctness/useYield: it breaks before it says anything
  *check() {
    throw new Error('out of order');
  },
});
const outside = rule({
  id: 'outside',
  on: 'dockerfile',
  title: 'Outside',
  severity: 'info',
  category: 'style',
  *check(dockerfile) {
    yield { at: { start: 0, end: dockerfile.source.text.length + 1 }, message: 'beyond' };
  },
});
const deaf = rule({
  id: 'deaf',
  on: 'dockerfile',
  title: 'Its fix does nothing',
  severity: 'info',
  category: 'style',
  fixes: 'safe',
  *check(dockerfile) {
    for (const { keywordRange } of dockerfile.instructions('FROM'))
      yield { at: keywordRange, message: 'from', fix: { title: 'Write it again', edits: [replace(keywordRange, 'from')] } };
  },
});

function run(head: readonly SourceFile[], more: Partial<Snapshot> = {}, rules: readonly Rule[] = [noSudo, noPrivileged]): Report {
  return review(
    {
      of: 'test',
      reviewed: head.map((one) => one.path),
      head,
      base: [],
      touched: null,
      tree: null,
      settings: defaultSettings,
      today: '2026-11-21',
      notices: [],
      ...more,
    },
    { rules, parsers },
  );
}
const touchedAll = { touched: { Dockerfile: [{ from: 1, to: 99 }] } };
const shown = (report: Report) => report.findings.filter((finding) => !finding.hidden);
const why = (report: Report) => report.findings.map((finding) => finding.hidden ?? 'shown');

test('what the base has is hidden, what is new is shown, what is gone is told as fixed', () => {
  const base = [file('Dockerfile', 'FROM a:1\nRUN sudo id\nRUN sudo ls\n')];
  const more = run([file('Dockerfile', 'FROM a:1\nRUN echo\nRUN sudo id\nRUN sudo ls\nRUN sudo ps\n')], { base, ...touchedAll });
  assert.deepEqual(why(more), ['known on the base', 'known on the base', 'shown']);
  assert.equal(more.verdict, 'fail');
  const fewer = run([file('Dockerfile', 'FROM a:1\n')], { base, ...touchedAll });
  assert.deepEqual(fewer.findings, []);
  assert.deepEqual(
    fewer.fixed.map((finding) => finding.rule),
    ['no-sudo', 'no-sudo'],
  );
  assert.equal(fewer.verdict, 'pass');
});

test('a renamed file keeps its findings', () => {
  const base = [file('Dockerfile', 'FROM a:1\nRUN sudo id\n')];
  const report = run([file('build/Dockerfile', 'FROM a:1\nRUN sudo id\n', 'Dockerfile')], {
    base,
    touched: { 'build/Dockerfile': [{ from: 1, to: 9 }] },
  });
  assert.deepEqual(why(report), ['known on the base']);
});

test('a new finding on a line that the change does not show is hidden', () => {
  const report = run([file('Dockerfile', 'FROM a:1\nRUN sudo id\n')], { touched: { Dockerfile: [{ from: 1, to: 1 }] } });
  assert.deepEqual(why(report), ['unchanged line']);
  assert.equal(report.verdict, 'pass');
});

test('a fingerprint survives moves, neighbours and line ends, and tells equal findings apart', () => {
  const prints = (text: string) => run([file('Dockerfile', text)]).findings.map((finding) => finding.fingerprint);
  const [one, two] = prints('FROM a:1\nRUN sudo id && sudo id\n');
  assert.notEqual(one, two);
  assert.deepEqual(prints('# comment\n\nFROM a:2\r\nENV A=1\nRUN sudo id && sudo id\n'), [one, two]);
});

test('an ignore comment hides what it covers, with its reason', () => {
  const hidden = (text: string) => why(run([file('Dockerfile', text)]));
  assert.deepEqual(hidden('FROM a:1\n# hullcheck ignore=no-sudo -- needs it\nRUN echo && \\\n  sudo id\nRUN sudo id\n'), [
    'ignored: needs it',
    'shown',
  ]);
  assert.deepEqual(hidden('FROM a:1\n# hullcheck ignore=other\nRUN sudo id\n'), ['shown']);
  const compose = (text: string) => why(run([file('compose.yaml', text)]));
  assert.deepEqual(
    compose(
      'services:\n  # hullcheck ignore=no-privileged -- it is the engine\n  a:\n    image: a:1\n    privileged: true\n  b:\n    image: a:1\n    privileged: true\n',
    ),
    ['ignored: it is the engine', 'shown'],
  );
  assert.deepEqual(compose('services:\n  a:\n    image: a:1\n    privileged: true # hullcheck ignore=no-privileged\n'), [
    'ignored',
  ]);
  assert.deepEqual(compose('services:\n  a:\n    image: "a:1 # hullcheck ignore=no-privileged"\n    privileged: true\n'), [
    'shown',
  ]);
});

test('a rule that breaks costs a notice, the others go on', () => {
  const report = run([file('Dockerfile', 'FROM a:1\nRUN sudo id\n')], {}, [broken, noSudo, outside]);
  assert.deepEqual(
    shown(report).map((finding) => finding.rule),
    ['no-sudo'],
  );
  assert.deepEqual(
    report.notices.map((notice) => notice.kind),
    ['failure', 'failure'],
  );
  assert.match(report.notices[0]?.message ?? '', /broken.*out of order/);
  assert.equal(report.verdict, 'incomplete');
});

test('on a pull request a fix that can not be proved is not offered', () => {
  const text = 'FROM a:1\nRUN sudo id\n';
  assert.deepEqual(
    run([file('Dockerfile', text)], touchedAll, [noSudo, deaf]).findings.map((finding) => Boolean(finding.fix)),
    [false, true],
  );
});

test('the settings decide what runs, how severe it is and what fails', () => {
  const text = 'FROM a:1\nRUN sudo id\n';
  const off = run([file('Dockerfile', text)], { settings: { ...defaultSettings, rules: { 'no-sudo': { severity: 'off' } } } });
  assert.deepEqual(off.findings, []);
  const mild = run([file('Dockerfile', text)], { settings: { ...defaultSettings, rules: { 'no-sudo': { severity: 'info' } } } });
  assert.deepEqual([mild.findings[0]?.severity, mild.verdict], ['info', 'pass']);
  const never = run([file('Dockerfile', text)], { settings: { ...defaultSettings, failOn: 'never' } });
  assert.equal(never.verdict, 'pass');
  const ignored = run([file('vendor/Dockerfile', text)], { settings: { ...defaultSettings, ignore: ['vendor'] } });
  assert.deepEqual([ignored.files, ignored.findings], [[], []]);
});

test('a review asks for what its files name, and a file that only Compose names is read', async () => {
  const compose = file('compose.yaml', 'services:\n  a:\n    build:\n      context: ./a\n      dockerfile: build.docker\n');
  const asked: (readonly string[])[] = [];
  const snapshot: Snapshot = {
    of: 't',
    reviewed: ['compose.yaml', 'a/build.docker'],
    head: [compose],
    base: [],
    touched: null,
    tree: null,
    settings: defaultSettings,
    today: '2026-11-21',
    notices: [],
  };
  const report = await reviewInRounds(
    {
      snapshot,
      bring: async (paths) => {
        asked.push(paths);
        return { files: [file('a/build.docker', 'FROM a:1\nRUN sudo id\n')], notices: [] };
      },
    },
    { kind: 'here', run: async (one) => review(one, { rules: [noSudo], parsers }) },
  );
  assert.equal(asked[0]?.[0], 'a/build.docker');
  assert.deepEqual(
    shown(report).map((finding) => finding.path),
    ['a/build.docker'],
  );
});

test('paths that lead out of the repository are never asked for', () => {
  const text = `services:\n  a:\n    build: ../../etc\n  b:\n    build: /etc\n  c:\n    build: https://example.org/x.git\n  d:\n    build: \${WHERE}\n  e:\n    build: C:\\x\n`;
  const { wants } = run([file('compose.yaml', text)]);
  assert.deepEqual(
    wants.filter((path) => !/^(docker-)?compose\.override\.ya?ml$/.test(path)),
    [],
  );
});

/** A change of one Dockerfile in a repository with other files; what was asked for, and the report. */
async function changed(
  path: string,
  files: Readonly<Record<string, string>>,
  tree: readonly string[] | null,
  tried: readonly string[] = [],
) {
  const asked: string[] = [];
  const sources = new Map(Object.entries(files).map(([name, text]) => [name, file(name, text)]));
  const snapshot: Snapshot = {
    of: 't',
    reviewed: [path],
    head: [sources.get(path) ?? file(path, '')],
    base: [],
    touched: { [path]: [{ from: 1, to: 99 }] },
    tree,
    settings: defaultSettings,
    today: '2026-11-21',
    notices: [],
  };
  const bring = async (paths: readonly string[]) => {
    asked.push(...paths);
    return { files: paths.flatMap((one) => sources.get(one) ?? []), notices: [] };
  };
  const report = await reviewInRounds(
    { snapshot, bring, tried },
    { kind: 'here', run: async (one) => review(one, { rules: projectRules, parsers }) },
  );
  return { asked, report };
}

const SHOP = {
  'services/api/Dockerfile': 'FROM node:24.11-alpine\nCOPY services/api/dist /app\nUSER node\n',
  'compose.yaml':
    'services:\n  api:\n    build:\n      context: .\n      dockerfile: services/api/Dockerfile\n      args:\n        NO_SUCH: "1"\n',
  '.dockerignore': '**/dist\n',
};

for (const [listing, tree] of [
  ['a listing', Object.keys(SHOP)],
  ['no listing', null],
] as const)
  test(`a change of a Dockerfile alone is judged with the Compose file that builds it: ${listing}`, async () => {
    const { asked, report } = await changed('services/api/Dockerfile', SHOP, tree);
    assert.ok(asked.includes('compose.yaml') && asked.includes('.dockerignore'));
    assert.equal(asked.includes('services/docker-compose.yml'), tree === null);
    assert.deepEqual(
      report.findings.map((finding) => [finding.rule, finding.path, finding.hidden]),
      [
        ['declared-build-args', 'compose.yaml', 'outside the change'],
        ['copied-files-not-ignored', 'services/api/Dockerfile', undefined],
      ],
    );
    assert.deepEqual(report.notices, []);
  });

test('files that may lie beside others are asked for once, as many as one request brings', async () => {
  const deep = Array.from({ length: 30 }, (_, index) => `d${index}`).join('/');
  const { asked, report } = await changed(`${deep}/Dockerfile`, { [`${deep}/Dockerfile`]: 'FROM a:1\nCOPY a /a\n' }, null);
  assert.equal(asked.length, BESIDE_FILES);
  assert.equal(new Set(asked).size, asked.length);
  assert.deepEqual(report.notices, []);
});

test('what was looked for already is not asked for again', async () => {
  const files = { Dockerfile: 'FROM a:1\n' };
  const first = await changed('Dockerfile', files, null);
  const second = await changed('Dockerfile', files, null, first.asked);
  assert.notDeepEqual(first.asked, []);
  assert.deepEqual(second.asked, []);
});
