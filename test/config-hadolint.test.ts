// `.hadolint.yaml` where there is no `.github/hullcheck.yml`: what each of its keys means here.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings } from '../src/config/defaults.ts';
import { readSettings } from '../src/config/read.ts';
import { type Rule, rule } from '../src/rule.ts';
import { folder, report } from './cli/run.ts';

const named = (id: string, also: readonly string[], options: Record<string, unknown> = {}): Rule =>
  rule<Record<string, unknown>>({
    id,
    on: 'dockerfile',
    title: id,
    severity: 'warning',
    category: 'style',
    also,
    options: { properties: Object.fromEntries(Object.keys(options).map((name) => [name, { default: options[name] }])) },
    *check() {},
  });
const rules = [
  named('no-sudo', ['hadolint/DL3004']),
  named('pinned', ['hadolint/DL3008', 'hadolint/DL3018']),
  named('trusted-registries', ['hadolint/DL3026'], { registries: [] }),
  named('expected-labels', ['hadolint/DL3049'], { required: [], others: true }),
  named('valid-label-values', ['hadolint/DL3052'], { formats: {} }),
  named('shellcheck', [], { exclude: [] }),
  named('shellcheck-style', [], { exclude: [] }),
];
const read = (text: string) => readSettings([{ path: '.hadolint.yaml', text, bom: false }], rules);
const settings = (text: string) => {
  const { settings, notices } = read(text);
  assert.deepEqual(notices, []);
  return settings;
};

describe('.hadolint.yaml', () => {
  test('ignored and override', () => {
    assert.deepEqual(settings('ignored: [DL3004, DL9999]\noverride:\n  error: [DL3008]\n  style: [DL3004]\n').rules, {
      pinned: { severity: 'error' },
      'no-sudo': { severity: 'off' },
    });
    assert.deepEqual(settings('override:\n  style: [DL3018]\n').rules, { pinned: { severity: 'info' } });
    assert.deepEqual(settings('ignored: [SC2086, SC1091]\n').rules.shellcheck, { options: { exclude: ['SC2086', 'SC1091'] } });
  });

  test('failure-threshold and no-fail', () => {
    for (const [said, meant] of [
      ['error', 'error'],
      ['warning', 'warning'],
      ['style', 'info'],
      ['ignore', 'never'],
      ['none', 'never'],
    ])
      assert.equal(settings(`failure-threshold: ${said}\n`).failOn, meant);
    assert.equal(settings('failure-threshold: error\nno-fail: true\n').failOn, 'never');
    assert.equal(settings('no-fail: false\n').failOn, defaultSettings.failOn);
  });

  test('registries and labels', () => {
    assert.deepEqual(settings('trustedRegistries:\n  - docker.io\n').rules, {
      'trusted-registries': { options: { registries: ['docker.io'] } },
    });
    assert.deepEqual(settings('label-schema:\n  author: text\n  made: rfc3339\n  note: rawtext\nstrict-labels: true\n').rules, {
      'expected-labels': { severity: 'info', options: { required: ['author', 'made', 'note'], others: false } },
      'valid-label-values': { severity: 'info', options: { formats: { author: 'text', made: 'rfc3339' } } },
    });
  });

  test('disable-ignore-pragma', () => {
    assert.equal(settings('disable-ignore-pragma: true\n').ignoreComments, false);
    assert.equal(settings('ignored: []\n').ignoreComments, true);
  });

  test('what is wrong in it is told and is no failure', () => {
    const { settings, notices } = read('ignord: [DL3004]\nfailure-threshold: fatal\nno-fail: true\n');
    assert.deepEqual(
      notices.map(({ kind, about, message }) => `${kind} ${about} ${message.slice(0, 60)}`),
      [
        'limit .hadolint.yaml Line 1: `ignord` is not known in the settings of hadolint. D',
        'limit .hadolint.yaml Line 2: `failure-threshold` is `fatal`; it must be one of `e',
      ],
    );
    assert.equal(settings.failOn, 'never');
    assert.equal(read(': [').notices[0]?.kind, 'limit');
    assert.deepEqual(read('').settings, defaultSettings);
    assert.deepEqual(read('- a\n').settings.rules, {});
  });

  test('is read only where there are no settings of our own, and comments may be switched off by both', async (t) => {
    const Dockerfile = 'FROM alpine:3.22.2\n# hadolint ignore=DL3004\nRUN sudo id\nUSER 1000\n';
    const hidden = async (files: Record<string, string>) => {
      const { findings } = await report(['check', '--rule', 'no-sudo'], { cwd: folder(t, { Dockerfile, ...files }) });
      return findings.map((finding) => finding.hidden);
    };
    const off = { '.hadolint.yml': 'disable-ignore-pragma: true\n' };
    assert.deepEqual(await hidden({}), ['ignored']);
    assert.deepEqual(await hidden(off), [null]);
    assert.deepEqual(await hidden({ ...off, '.github/hullcheck.yml': 'preset: recommended\n' }), ['ignored']);
    assert.deepEqual(await hidden({ '.github/hullcheck.yml': 'ignore-comments: false\n' }), [null]);
  });
});
