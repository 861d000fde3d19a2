// Who may import whom: the architecture as a table. Read it first.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// First match counts. Right: what may be imported, as prefixes of paths from the root, or names of packages.
const PURE = ['src/model.ts', 'src/picture.ts', 'src/text.ts', 'src/limits.ts', 'src/grouped.ts'];
const table: readonly [string, readonly string[]][] = [
  ['src/picture.ts', []],
  ['src/model.ts', ['src/picture.ts']],
  ['src/limits.ts', []],
  ['src/grouped.ts', []],
  ['src/sha256.ts', []],
  ['src/text.ts', ['src/model.ts']],
  ['src/config/', [...PURE, 'src/config/', 'src/parse/', 'src/rule.ts']],
  ['src/parse/', [...PURE, 'src/parse/', 'yaml', 'unbash']],
  ['src/rule.ts', [...PURE, 'src/parse/', 'src/project.ts', 'src/ignore/unused.ts']],
  ['rules/', ['#rule', 'rules/']],
  ['src/discover.ts', [...PURE, 'src/parse/']],
  ['src/names.ts', [...PURE, 'src/parse/', 'src/discover.ts']],
  ['src/missing.ts', [...PURE, 'src/parse/']],
  ['src/beside.ts', [...PURE, 'src/parse/', 'src/missing.ts']],
  ['src/project.ts', [...PURE, 'src/parse/', 'src/discover.ts', 'src/names.ts', 'src/missing.ts', 'src/beside.ts']],
  ['src/inspect/', [...PURE, 'src/inspect/', 'src/parse/', 'src/project.ts']],
  ['src/presets.ts', [...PURE, 'src/rule.ts']],
  ['src/in-file.ts', [...PURE, 'src/parse/', 'src/project.ts', 'src/rule.ts']],
  ['src/refused.ts', [...PURE, 'src/parse/', 'src/project.ts']],
  [
    'src/check.ts',
    [
      ...PURE,
      'src/rule.ts',
      'src/parse/',
      'src/in-file.ts',
      'src/project.ts',
      'src/presets.ts',
      'src/refused.ts',
      'src/ignore/unused.ts',
    ],
  ],
  ['src/ignore/', [...PURE, 'src/ignore/', 'src/parse/', 'src/check.ts', 'src/project.ts', 'src/presets.ts', 'src/rule.ts']],
  ['src/fix.ts', PURE],
  ['src/before.ts', [...PURE, 'src/discover.ts', 'src/parse/']],
  ['src/prove.ts', [...PURE, 'src/check.ts', 'src/findings.ts', 'src/fix.ts', 'src/presets.ts', 'src/project.ts']],
  ['src/findings.ts', [...PURE, 'src/check.ts', 'src/ignore/', 'src/sha256.ts']],
  [
    'src/review.ts',
    [
      ...PURE,
      'src/before.ts',
      'src/check.ts',
      'src/findings.ts',
      'src/fix.ts',
      'src/ignore/',
      'src/inspect/changes.ts',
      'src/presets.ts',
      'src/project.ts',
      'src/prove.ts',
      'src/rule.ts',
    ],
  ],
  ['src/part.ts', [...PURE, 'src/parse/', 'src/project.ts']],
  ['src/explain.ts', [...PURE, 'src/ignore/', 'src/part.ts', 'src/presets.ts', 'src/project.ts', 'src/rule.ts']],
  ['src/rounds.ts', [...PURE, 'src/discover.ts', 'src/change/change.ts', 'src/job/runner.ts']],
  ['src/github.ts', ['@octokit/rest']],
  ['src/report/rules.ts', [...PURE, 'src/rule.ts', 'src/presets.ts', 'src/check.ts', 'src/report/']],
  ['src/report/inspection/', [...PURE, 'src/report/', 'src/inspect/inspection.ts', 'src/inspect/amount.ts']],
  ['src/report/', [...PURE, 'src/report/', 'diff', '@dagrejs/dagre']],
  [
    'src/change/',
    [
      ...PURE,
      'src/change/',
      'src/github.ts',
      'src/rule.ts',
      'src/discover.ts',
      'src/parse/',
      'src/config/',
      'node:',
      'execa',
      'diff',
    ],
  ],
  [
    'src/publish/',
    [...PURE, 'src/publish/', 'src/github.ts', 'src/report/', 'src/change/', 'src/findings.ts', 'src/sha256.ts', 'node:'],
  ],
  [
    'src/job/',
    [
      ...PURE,
      'src/job/',
      'src/discover.ts',
      'src/review.ts',
      'src/rule.ts',
      'src/check.ts',
      'src/findings.ts',
      'src/parse/',
      'rules/index.ts',
      'node:',
      'execa',
    ],
  ],
  ['src/scan/', [...PURE, 'src/scan/', 'src/rounds.ts', 'node:']],
  ['src/queue/', [...PURE, 'src/queue/', 'node:']],
  [
    'src/pull-request.ts',
    [
      ...PURE,
      'src/github.ts',
      'src/rule.ts',
      'src/change/',
      'src/job/runner.ts',
      'src/rounds.ts',
      'src/publish/',
      'src/report/',
      'src/config/',
      'src/findings.ts',
    ],
  ],
  [
    'src/doors/',
    [
      'src/',
      'rules/index.ts',
      'rules/compose.ts',
      'rules/dockerfile.ts',
      'rules/project.ts',
      'package.json',
      'node:',
      '@octokit/',
      '@actions/',
      'probot',
      'pino',
      'commander',
      'execa',
      'yaml',
      'diff',
    ],
  ],
];

const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?[jt]s$/.test(name) && !name.includes('.generated.'))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
);

const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, plain, lazy]) => {
    const name = plain ?? lazy ?? '';
    return name.startsWith('.') ? relative(root, join(root, dirname(file), name)).replaceAll('\\', '/') : name;
  });
}

const row = (file: string) => table.find(([prefix]) => (prefix.endsWith('/') ? file.startsWith(prefix) : file === prefix));
const allowed = (name: string, may: readonly string[]) =>
  may.some((prefix) => name === prefix || (/[/:]$/.test(prefix) && name.startsWith(prefix)) || name.startsWith(`${prefix}/`));

test('every file has a row in the table', () => {
  assert.deepEqual(
    files.filter((file) => !row(file)),
    [],
  );
});

test('files import only what their row allows', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !allowed(name, row(file)?.[1] ?? []))
      .map((name) => `${file} imports ${name}`),
  );
  assert.deepEqual(wrong, []);
});

test('rules import #rule and nothing else', () => {
  const wrong = files
    .filter((file) => /^rules\/.+\//.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => name !== '#rule')
        .map((name) => `${file} imports ${name}`),
    );
  assert.deepEqual(wrong, []);
});

test('nobody imports a door but doors', () => {
  const wrong = files
    .filter((file) => !file.startsWith('src/doors/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('src/doors/'))
        .map((name) => `${file} imports ${name}`),
    );
  assert.deepEqual(wrong, []);
});

const HANDS = /^src\/(doors|change|publish|job|queue|scan)\//;

test('only doors touch process, console and clock; hands may read the clock and the environment they are given', () => {
  const wrong = files.filter(
    (file) =>
      !HANDS.test(file) &&
      /\b(process\.(?!versions)|console\.\w|Date\.now|new Date\(\)|Math\.random|setTimeout|fetch\()/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
  );
  assert.deepEqual(wrong, []);
  const printing = files.filter(
    (file) => !file.startsWith('src/doors/') && /\bconsole\.\w/.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(printing, []);
});

test('the first line of every file says what it is for', () => {
  const silent = files.filter(
    (file) => !/^(#!.*\n)?\/\/ \S.{9,}/.test(readFileSync(join(root, file), 'utf8')) && !file.startsWith('rules/'),
  );
  assert.deepEqual(silent, []);
});
