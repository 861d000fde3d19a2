// Which Compose files form projects, what joins them, and what a review tells of it: missing files, remote ones, limits.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Compose.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import loadableCompose from '../rules/project/loadable-compose.ts';
import providedEnvironment from '../rules/project/provided-environment.ts';
import { defaultSettings } from '../src/config/defaults.ts';
import type { Snapshot, SourceFile } from '../src/model.ts';
import { projectFiles } from '../src/parse/compose/load/roots.ts';
import { parseCompose } from '../src/parse/compose/parse.ts';
import { parsers } from '../src/parse/parsers.ts';
import { review } from '../src/review.ts';
import { reviewInRounds } from '../src/rounds.ts';
import { lineStarts, placeOf } from '../src/text.ts';

type Texts = Readonly<Record<string, string>>;
const onProjects = [loadableCompose, providedEnvironment];
const sourcesOf = (texts: Texts): SourceFile[] => Object.entries(texts).map(([path, text]) => ({ path, text, bom: false }));

/** Paths of each project's files in a repository that has exactly these. */
function roots(texts: Texts): string[][] {
  const sources = new Map(sourcesOf(texts).map((source) => [source.path, source]));
  const documents = new Map(
    [...sources].filter(([path]) => /\.ya?ml$/.test(path)).map(([path, one]) => [path, parseCompose(one)]),
  );
  const files = projectFiles([...documents.values()], {
    compose: (path) => documents.get(path),
    text: (path) => sources.get(path),
    has: (path) => sources.has(path),
  });
  return files.map((project) => project.map(({ path }) => path));
}

const snapshotOf = (texts: Texts, more: Partial<Snapshot> = {}): Snapshot => ({
  of: 'test',
  reviewed: Object.keys(texts),
  head: sourcesOf(texts),
  base: [],
  touched: null,
  tree: Object.keys(texts),
  settings: { ...defaultSettings, preset: 'strict' },
  today: '2026-11-21',
  notices: [],
  ...more,
});

/** `path:line: message` of what the rules on loaded projects say; and notices. */
function told(texts: Texts): string[] {
  const { findings, notices } = review(snapshotOf(texts), { rules: onProjects, parsers });
  return [
    ...findings.map(
      ({ path, range, message }) => `${path}:${placeOf(lineStarts(texts[path] ?? ''), range.start).line}: ${message}`,
    ),
    ...notices.map(({ kind, about, message }) => `${kind} ${about}: ${message}`),
  ];
}

const one = 'services:\n  a:\n    image: a:1\n';

test('included, extended and overriding files are no projects of their own', () => {
  const base = 'include: [inc.yaml]\nservices:\n  b:\n    extends: {file: common.yaml, service: a}\n';
  const texts = {
    'compose.yaml': base,
    'compose.override.yaml': one,
    'inc.yaml': one,
    'common.yaml': one,
    'other/compose.yaml': one,
  };
  assert.deepEqual(roots(texts), [['compose.yaml', 'compose.override.yaml'], ['other/compose.yaml']]);
  assert.deepEqual(roots({ 'compose.yaml': one, 'docker-compose.prod.yml': 'services:\n  a:\n    tty: true\n' }), [
    ['compose.yaml'],
  ]);
  assert.deepEqual(roots({ 'compose.yaml': one, 'docker-compose.yml': one, 'docker-compose.override.yml': one }), [
    ['compose.yaml', 'docker-compose.override.yml'],
    ['docker-compose.yml'],
  ]);
});

test('COMPOSE_FILE of .env says which files belong together', () => {
  const texts = { 'app/base.yaml': one, 'app/extra.yaml': one, 'app/.env': 'COMPOSE_FILE=base.yaml:extra.yaml\n' };
  assert.deepEqual(roots(texts), [['app/base.yaml', 'app/extra.yaml']]);
});

test('each finding stands in the file and line that a person must edit', () => {
  const texts = {
    'compose.yaml':
      'include:\n  - inc/db.yaml\nx-limits: &limits\n  mem_limit: 1 gigabyte\nservices:\n  web:\n    <<: *limits\n    extends:\n      file: common.yaml\n      service: base\n',
    'compose.override.yaml': 'services:\n  web:\n    networks: [front]\n    network_mode: host\n',
    'inc/db.yaml': 'services:\n  db:\n    image: b:1\n    ports: ["${PORT}"]\n    depends_on: [cache]\n',
    'inc/.env': 'PORT=eighty\n',
    'common.yaml': 'services:\n  base:\n    image: a:1\n    stop_grace_period: soon\n',
  };
  assert.deepEqual(told(texts), [
    'common.yaml:4: `soon` is no duration. Write a number and a unit, such as `30s` or `1m30s`.',
    'compose.override.yaml:3: Service `web` uses the network `front`, which is defined nowhere. Define it under `networks`, or correct the name.',
    'compose.yaml:4: `1 gigabyte` is no size. Write a number and a unit, such as `512m` or `2g`.',
    'inc/db.yaml:4: `eighty` is no port: `eighty` is no number from 1 to 65535. Write `"published:target"`, such as `"8080:80"`.',
    'inc/db.yaml:5: Service `db` depends on the service `cache`, which is defined nowhere. Define it, or correct the name.',
  ]);
});

test('what goes wrong only when files are merged is told, and what one file has alone is left to the rules on files', () => {
  const both = {
    'compose.yaml': 'services:\n  a:\n    image: a:1\n    networks: [default]\n',
    'compose.override.yaml': 'services:\n  a:\n    network_mode: host\n',
  };
  assert.match(told(both).join('\n'), /^compose\.override\.yaml:3: Service `a` has `network_mode` and `networks`/);
  const alone = { 'compose.yaml': 'services:\n  a:\n    image: a:1\n    networks: [default]\n    network_mode: host\n' };
  assert.deepEqual(told(alone), []);
});

test('a missing file is told where it is named; what lies elsewhere is not followed, and nothing is concluded from its absence', () => {
  const missing = { 'compose.yaml': 'include: [gone.yaml]\nservices:\n  a:\n    image: a:1\n    depends_on: [b]\n' };
  assert.deepEqual(told(missing), [
    'compose.yaml:1: The repository has no `gone.yaml`. Correct the path, or add the file to the repository.',
  ]);
  for (const path of [
    'https://github.com/octo/shop.git',
    'oci://docker.io/octo/shop:1',
    '../shop/compose.yaml',
    '/etc/compose.yaml',
  ]) {
    const remote = { 'compose.yaml': `include: ["${path}"]\nservices:\n  a:\n    image: a:1\n    depends_on: [b]\n` };
    assert.deepEqual(told(remote), [`limit compose.yaml: \`${path}\` lies outside of this repository and is not followed.`]);
  }
});

test('files that include or extend each other in a circle are told', () => {
  const include = { 'compose.yaml': 'include: [a.yaml]\n', 'a.yaml': `include: [compose.yaml]\n${one}` };
  assert.match(told(include).join('\n'), /^a\.yaml:1: `compose\.yaml` includes itself in the end\./);
  const inner = {
    'compose.yaml': 'include: [a.yaml]\n',
    'a.yaml': `include: [b.yaml]\n${one}`,
    'b.yaml': 'include: [a.yaml]\nservices: {}\n',
  };
  assert.match(told(inner).join('\n'), /^b\.yaml:1: `a\.yaml` includes itself in the end\./);
  const extend = { 'compose.yaml': 'services:\n  a: {extends: b}\n  b: {extends: a, image: x}\n' };
  assert.match(told(extend).join('\n'), /^compose\.yaml:2: The services extend each other in a circle: `a` → `b` → `a`\./);
});

test('a review asks for what projects name, whatever its name, and reads it', async () => {
  const head = {
    'compose.yaml': 'include: [parts/db.yaml]\nservices:\n  a:\n    image: a:1\n    env_file: a.env\n    depends_on: [db]\n',
  };
  const more: Texts = {
    'parts/db.yaml': 'services:\n  db:\n    image: b:1\n    extends: {file: more.yaml, service: c}\n',
    'parts/more.yaml': 'services:\n  c: {mem_limit: much}\n',
    'a.env': 'A=1\nB C=2\n',
    '.env': 'X=1\n',
  };
  const asked: string[] = [];
  const report = await reviewInRounds(
    {
      snapshot: snapshotOf(head, {
        tree: [...Object.keys(head), ...Object.keys(more)],
        reviewed: ['compose.yaml', 'parts/more.yaml'],
      }),
      async bring(paths) {
        asked.push(...paths);
        return { files: sourcesOf(Object.fromEntries(paths.map((path) => [path, more[path] ?? '']))), notices: [] };
      },
    },
    { kind: 'here', run: async (snapshot) => review(snapshot, { rules: onProjects, parsers }) },
  );
  assert.deepEqual([...new Set(asked)].sort(), ['.env', 'a.env', 'parts/db.yaml', 'parts/more.yaml']);
  assert.deepEqual(
    report.findings.filter(({ hidden }) => !hidden).map(({ path, message }) => `${path}: ${message}`),
    ['parts/more.yaml: `much` is no size. Write a number and a unit, such as `512m` or `2g`.'],
  );
});

test('what multiplies without end is cut off and told', () => {
  const services = Array.from({ length: 3000 }, (_, index) => `  s${index}: {extends: base}\n`).join('');
  const base = `  base:\n    image: a:1\n    environment: [${Array.from({ length: 500 }, (_, index) => `A${index}=1`).join(', ')}]\n`;
  assert.deepEqual(told({ 'compose.yaml': `services:\n${base}${services}` }), [
    'limit compose.yaml: What the Compose files bring together is more than can be read.',
  ]);
  const growing = `A=${'x'.repeat(1000)}\n${'A=$A$A$A$A\n'.repeat(200)}`;
  assert.deepEqual(told({ 'compose.yaml': 'services:\n  a:\n    image: a:1\n    labels: ["a=$A"]\n', '.env': growing }), []);
});
