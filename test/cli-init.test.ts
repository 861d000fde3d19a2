// `hullcheck init`: the file it writes is valid, says what holds without it, or the same as .hadolint.yaml.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import rules from '../rules/index.ts';
import { defaultSettings } from '../src/config/defaults.ts';
import { readHadolint } from '../src/config/hadolint.ts';
import { readSettings } from '../src/config/read.ts';
import { folder, hullcheck, report, shown } from './cli/run.ts';

const FILE = '.github/hullcheck.yml';
const settingsOf = (text: string) => {
  const { settings, notices } = readSettings([{ path: FILE, text, bom: false }], rules);
  assert.deepEqual(notices, []);
  return settings;
};
const HADOLINT = `ignored: [DL3004, SC2086, DL9999]
override:
  error: [DL3007]
failure-threshold: warning
trustedRegistries: [docker.io, "*.octo.dev"]
label-schema:
  author: text
  made: rfc3339
strict-labels: true
no-color: true
colour: blue
`;

describe('init', () => {
  test('writes what holds without it, and nothing over a file that is there', async (t) => {
    const cwd = folder(t, {});
    const { code, stdout } = await hullcheck(['init'], { cwd });
    assert.deepEqual([code, stdout], [0, `Wrote ${FILE}.\n`]);
    const text = fs.readFileSync(path.join(cwd, FILE), 'utf8');
    assert.deepEqual(settingsOf(text), defaultSettings);
    const again = await hullcheck(['init'], { cwd });
    assert.equal(again.code, 2);
    assert.match(again.stderr, /is there already\. To replace it: --force/);
    fs.writeFileSync(path.join(cwd, FILE), 'preset: all\n');
    assert.equal((await hullcheck(['init', '--stdout'], { cwd })).stdout, text);
    assert.equal(fs.readFileSync(path.join(cwd, FILE), 'utf8'), 'preset: all\n');
    assert.equal((await hullcheck(['init', '--force'], { cwd })).code, 0);
    assert.equal(fs.readFileSync(path.join(cwd, FILE), 'utf8'), text);
  });

  test('--from hadolint says the same, and tells what it cannot', async (t) => {
    const cwd = folder(t, { '.hadolint.yaml': HADOLINT });
    const { code, stdout, stderr } = await hullcheck(['init', '--from', 'hadolint', '--stdout'], { cwd });
    assert.equal(code, 0);
    assert.deepEqual(settingsOf(stdout), readHadolint({ path: '.hadolint.yaml', text: HADOLINT, bom: false }, rules).settings);
    assert.match(stdout, /no-sudo: off # DL3004\n/);
    for (const lost of ['DL9999: no rule', 'no-color: the command line', 'Line 11: `colour` is not known']) {
      assert.ok(stderr.includes(`not carried over from .hadolint.yaml: ${lost}`), stderr);
      assert.ok(stdout.includes(`# - ${lost}`), stdout);
    }
  });

  test('--from hadolint needs its file, and init tells of one that it leaves behind', async (t) => {
    const refused = await hullcheck(['init', '--from', 'hadolint'], { cwd: folder(t, {}) });
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /no settings file of hadolint here\. Its name is \.hadolint\.yaml/);
    const left = await hullcheck(['init'], { cwd: folder(t, { '.hadolint.yml': 'ignored: []\n' }) });
    assert.match(left.stderr, /\.hadolint\.yml is no longer read/);
  });

  test('the same findings before and after', async (t) => {
    const cwd = folder(t, {
      '.hadolint.yaml': 'ignored: [DL3004]\n',
      Dockerfile: 'FROM alpine:3.22.2\nRUN sudo id\nUSER 1000\n',
    });
    const args = ['check', '--preset', 'all'];
    const before = shown(await report(args, { cwd }));
    assert.ok(before.every((one) => !one.includes('no-sudo')));
    await hullcheck(['init', '--from', 'hadolint'], { cwd });
    assert.deepEqual(shown(await report(args, { cwd })), before);
    fs.rmSync(path.join(cwd, '.hadolint.yaml'));
    fs.rmSync(path.join(cwd, FILE));
    assert.ok(shown(await report(args, { cwd })).includes('Dockerfile:2 no-sudo'));
  });
});
