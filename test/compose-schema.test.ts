// What Compose's schema refuses, told once per mistake, at the exact key, in words.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's variables look like it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseCompose } from '../src/parse/compose/parse.ts';

const problems = (text: string) => {
  const file = parseCompose({ path: 'compose.yaml', text, bom: false });
  assert.deepEqual(file.problems, []);
  return file.schemaProblems().map((problem) => ({ ...problem, at: text.slice(problem.range.start, problem.range.end) }));
};
const told = (body: string) =>
  problems(`services: {web: {image: x, ${body}}, db: {image: y}}`).map(({ at, message, hint }) => [at, message, hint]);

test('one mistake is one problem, at its key or value', () => {
  assert.deepEqual(told('prots: []'), [['prots', '`prots` is no key of service `web`.', 'Did you mean `ports`?']]);
  assert.deepEqual(told('ports:'), [
    ['ports:', '`ports:` is no key of service `web`.', 'Between brackets a space must follow the `:`.'],
  ]);
  assert.deepEqual(told('ports: {a: b}'), [['ports', '`ports` must be a list, found a map.', undefined]]);
  assert.deepEqual(told('expose: "80"'), [['"80"', '`expose` must be a list, found the string `80`.', 'Write it as a list.']]);
  assert.deepEqual(told('build: {contxt: .}'), [['contxt', '`contxt` is no key of `build`.', 'Did you mean `context`?']]);
  assert.deepEqual(told('user: 1000'), [['1000', '`user` must be a string, found the number `1000`.', 'Put it in quotes.']]);
  assert.deepEqual(told('cgroup: hosd'), [['hosd', '`hosd` is no value of `cgroup`.', 'Did you mean `host`?']]);
  assert.deepEqual(told('depends_on: {db: {}}'), [
    ['db', '`condition` is missing in `db`.', 'Allowed: `service_started`, `service_healthy`, `service_completed_successfully`.'],
  ]);
  assert.deepEqual(
    told('restart: false').map(([at, , hint]) => [at, hint]),
    [['false', 'Write `"no"`.']],
  );
  assert.deepEqual(
    told('ports: {80: 80}').map(([at]) => at),
    ['ports'],
  );
  assert.deepEqual(told('security_opt: [a, a]'), [['a', '`a` stands twice in `security_opt`.', 'Remove one of them.']]);
  assert.deepEqual(told('environment: {A: [1]}').length, 1);
  assert.deepEqual(
    told('volumes: [{type: bnd, source: x}]').map(([at]) => at),
    ['bnd'],
  );
  assert.deepEqual(
    told('cpu_percent: 120').map(([, message]) => message),
    ['`cpu_percent` must be at most 100, found `120`.'],
  );
  assert.deepEqual(
    told('ports: ').map(([at, message]) => [at, message]),
    [['ports', '`ports` must be a list, found nothing.']],
  );
});

test('keys that stand at the wrong level say where they belong', () => {
  const hint = (text: string) => problems(text).map((problem) => problem.hint);
  assert.deepEqual(hint('image: x\nservices: {}'), ['`image` belongs to a service.']);
  assert.deepEqual(hint('services: {a: {image: x, services: {}}}'), ['`services` belongs to the top level of the file.']);
  assert.deepEqual(hint('servics: {}\nservices: {}'), ['Did you mean `services`?']);
});

test('keys must be strings, and names of services plain', () => {
  assert.deepEqual(
    told('environment: {1: x}').map(([at]) => at),
    ['1'],
  );
  assert.deepEqual(
    problems('services: {"a b": {image: x}}').map(({ kind, at }) => [kind, at]),
    [['wrong-value', '"a b"']],
  );
});

test('a suggestion replaces exactly the wrong text', () => {
  const text = 'version: 3.8\nservices: {web: {image: x, prots: []}}';
  const fixed = problems(text).reduceRight((result, { suggestion }) => {
    assert.ok(suggestion);
    return result.slice(0, suggestion.range.start) + suggestion.text + result.slice(suggestion.range.end);
  }, text);
  assert.equal(fixed, 'version: "3.8"\nservices: {web: {image: x, ports: []}}');
  assert.deepEqual(problems(fixed), []);
});

test('what the environment decides, extensions, resets and both syntaxes are no mistakes', () => {
  assert.deepEqual(told('use_api_socket: "${A}", cpus: "${B}", x-note: [1], ports: !reset null, pull_policy: "${P}"'), []);
  assert.deepEqual(told('depends_on: {db: {condition: service_started, required: "false"}}'), []);
  assert.deepEqual(told('restart: no, mem_limit: 512m, gpus: all, entrypoint: null, expose: [80, "81"]'), []);
  assert.deepEqual(problems('x-any: {a: [1]}\nservices: {a: {image: x, build: .}, b: {build: {context: ., x-y: 1}}}'), []);
});

test('keys newer than the published schema are their own kind', () => {
  const kinds = problems('services: {a: {image: x, pre_start: [{command: y}], build: {context: ., sbom: true}}}').map(
    ({ kind }) => kind,
  );
  assert.deepEqual(kinds, ['newer-key', 'newer-key']);
});

test('a mistake behind an alias is told at the alias, with the place it was written, and never edited there', () => {
  const text = 'x-a: &a {prots: [], user: 1}\nservices: {web: {image: x, <<: *a}}';
  const found = problems(text);
  assert.deepEqual(
    found.map(({ at }) => at),
    ['*a', '*a'],
  );
  assert.deepEqual(
    found.map(({ writtenAt, suggestion }) => [writtenAt && text.slice(writtenAt.start, writtenAt.end), suggestion]).sort(),
    [
      ['1', undefined],
      ['prots', undefined],
    ],
  );
});

test('the validator is the one that the tool makes from the dependency', () => {
  const tool = fileURLToPath(new URL('../tools/build-schema.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [tool, '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});
