// Settings files: what fits holds, what does not is told at its line; the published schema says the same.
// UPDATE=1 rewrites schema/hullcheck.schema.json.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import rules from '../rules/index.ts';
import { readSettings } from '../src/config/read.ts';
import { settingsSchema } from '../src/config/schema.ts';

const published = new URL('../schema/hullcheck.schema.json', import.meta.url);
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://raw.githubusercontent.com/hullcheck/hullcheck/main/schema/hullcheck.schema.json',
  title: 'Hullcheck settings',
  ...settingsSchema(rules),
};
const read = (text: string) => readSettings([{ path: '.github/hullcheck.yml', text, bom: false }], rules);
const said = (text: string) => read(text).notices.map((notice) => notice.message);

test('the published schema is that of the code', () => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env.UPDATE === '1') writeFileSync(published, text);
  assert.equal(readFileSync(published, 'utf8'), text);
});

test('a whole file is read', () => {
  const { settings, notices } = read(
    'preset: strict\nrules:\n  no-sudo: error\n  apt-get-yes: off\nignore: [vendor, "**/test/**"]\ndockerfiles: [build/*.docker]\ncompose-files: [stack.yml]\ncompose-projects: [[compose.yaml, ./deploy/prod.yml], [../out.yml]]\nfail-on: warning\nmax-comments: 3\nignore-comments: false\nbudget: {cpus: 4, memory: 1.5g}\n',
  );
  assert.deepEqual(notices, []);
  assert.deepEqual(settings, {
    preset: 'strict',
    rules: { 'no-sudo': { severity: 'error' }, 'apt-get-yes': { severity: 'off' } },
    ignore: ['vendor', '**/test/**'],
    dockerfiles: ['build/*.docker'],
    composeFiles: ['stack.yml', 'compose.yaml', 'deploy/prod.yml'],
    composeProjects: [['compose.yaml', 'deploy/prod.yml']],
    failOn: 'warning',
    maxComments: 3,
    ignoreComments: false,
    budget: { cpus: 4, memory: 1.5 * 1024 ** 3 },
  });
});

test('an unknown key is told at its line with the one that was meant, and the rest holds', () => {
  const { settings, notices } = read('preset: strict\nfail-onn: never\n');
  assert.equal(settings.preset, 'strict');
  assert.equal(settings.failOn, 'error');
  assert.deepEqual(notices, [
    {
      kind: 'failure',
      about: '.github/hullcheck.yml',
      message: 'Line 2, column 1: `fail-onn` is not known in the settings. Did you mean `fail-on`?',
    },
  ]);
  assert.deepEqual(said('rules:\n  no-sudoo: off\n'), [
    'Line 2, column 3: `no-sudoo` is not known in `rules`. Did you mean `no-sudo`?',
  ]);
});

test('a budget is told with what was meant', () => {
  assert.deepEqual(said('budget: {memroy: 8g}\n'), [
    'Line 1, column 10: `memroy` is not known in `budget`. Did you mean `memory`?',
  ]);
  assert.deepEqual(said('budget: {memory: 8 gigs}\n'), [
    'Line 1, column 18: `memory` must be a text such as `512m`, `8g`; found `8 gigs`.',
  ]);
});

test('what is no settings file at all is told, and the defaults hold', () => {
  assert.deepEqual(said('- a\n- b\n'), ['Line 1, column 1: The settings must be a map; found a list.']);
  assert.match(said('preset: [\n')[0] ?? '', /^Line \d/);
  assert.deepEqual(said(''), []);
});

test('what is said at the door wins over the file', () => {
  const source = { path: 'x', text: 'preset: strict\nfail-on: info\nrules:\n  no-sudo: off\n', bom: false };
  const { settings } = readSettings([source], rules, { preset: 'all', rules: { 'no-sudo': { severity: 'error' } } });
  assert.deepEqual([settings.preset, settings.failOn, settings.rules['no-sudo']], ['all', 'info', { severity: 'error' }]);
});

test('the published schema and the code agree on what fits', () => {
  const fits = new Ajv({ strict: false }).compile(schema);
  const texts = [
    'preset: strict',
    'preset: all\nfail-on: never',
    'preset: strickt',
    'preset: 3',
    'preset: [strict]',
    'fail-on: critical',
    'max-comments: 31',
    'max-comments: 0',
    'max-comments: 2.5',
    'max-comments: "3"',
    'ignore: vendor',
    'ignore: [vendor]',
    'ignore: [3]',
    'ignore: [[a]]',
    'rules: {no-sudo: error}',
    'rules: {no-sudo: loud}',
    'rules: {no-sudo: {severity: info}}',
    'rules: {no-sudo: {severity: info, more: 1}}',
    'rules: {no-such-rule: off}',
    'rules: [no-sudo]',
    'budget: {memory: 8g}',
    'budget: {memory: 8 GiB}',
    'budget: {memory: 8x}',
    'budget: {memory: 8}',
    'budget: {cpus: 1.5}',
    'budget: {cpus: -1}',
    'budget: {cpu: 1}',
    'budget: {}',
    'nothing: 1',
    'x-mine: 1',
    'compose-files: [a.yml]',
    'dockerfiles: {a: b}',
  ];
  for (const text of texts) assert.equal(said(text).length === 0, fits(parse(text)), text);
});
