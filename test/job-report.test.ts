// A report that comes out of a job is not trusted: what a job sends, and what is left of it.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Report } from '../src/model.ts';
import { rule } from '../src/rule.ts';
import { misbehaving } from './job/misbehaving.ts';
import { snapshotOf } from './job/snapshot.ts';

const rules = [
  rule({
    id: 'no-sudo',
    on: 'dockerfile',
    title: 'Do not call sudo',
    severity: 'warning',
    category: 'security',
    fixes: 'unsafe',
    check: () => [],
  }),
];
const page = 'https://github.com/hullcheck/hullcheck/blob/main/rules/dockerfile/no-sudo.md';
const other = 'RUN sudo true\n';

const finding = {
  rule: 'no-sudo',
  severity: 'warning',
  path: 'other',
  range: { start: 4, end: 8 },
  message: 'sudo has no use here.',
  fingerprint: '0123456789abcdef',
  related: [],
  fix: { title: 'Remove sudo', safety: 'unsafe', edits: [{ path: 'other', range: { start: 4, end: 9 }, text: '' }] },
};
const whole = { of: 'spoofed', files: ['other'], findings: [finding], fixed: [], notices: [], wants: [], verdict: 'pass' };

/** What the outside makes of an answer; `__proto__` in the text becomes a key. */
async function received(answer: unknown): Promise<Report> {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return misbehaving(rules).run(snapshotOf({ attack: `send ${text}`, other }));
}

suite('the report of a job', { concurrency: 3 }, () => {
  test('is completed by what the outside knows: texts, pages, categories, the verdict', async () => {
    const lie = { ...finding, url: 'javascript:alert(1)', category: 'style', extra: '<script>' };
    const report = await received({ ...whole, findings: [lie], files: ['other', 'other', '/etc/passwd'] });
    assert.deepEqual(report, {
      of: 'octo/shop#12',
      files: [{ path: 'other', text: other, bom: false }],
      findings: [{ ...finding, url: page, category: 'security' }],
      fixed: [],
      notices: [],
      wants: [],
      verdict: 'fail',
    });
  });

  const refused: Record<string, object> = {
    'an unknown rule': { rule: 'no-such-rule' },
    'a rule that is a word of every object': { rule: 'constructor' },
    'a severity that is none': { severity: 'fatal' },
    'a file outside of the snapshot': { path: '../secrets' },
    'a range that ends behind the text': { range: { start: 0, end: other.length + 1 } },
    'a range that ends before it starts': { range: { start: 3, end: 2 } },
    'a range of fractions': { range: { start: 0.5, end: 2 } },
    'a range of words': { range: { start: '0', end: '2' } },
    'a fingerprint that is none': { fingerprint: '--><img src=x>0' },
    'a message that is no text': { message: { toString: 'x' } },
    'related places elsewhere': { related: [{ path: '/etc/passwd', range: { start: 0, end: 0 }, message: '' }] },
    'an edit elsewhere': {
      fix: { ...finding.fix, edits: [{ path: '.github/workflows/ci.yml', range: { start: 0, end: 0 }, text: 'x' }] },
    },
    'edits that overlap': { fix: { ...finding.fix, edits: [...finding.fix.edits, ...finding.fix.edits] } },
    'a reason to hide it that is no text': { hidden: true },
  };
  test('loses each finding that does not fit, and says so', async () => {
    const findings = Object.values(refused).map((change) => ({ ...finding, ...change }));
    const report = await received({ ...whole, findings: [...findings, null, 7, 'x', [], finding] });
    assert.deepEqual(report.findings, [{ ...finding, url: page, category: 'security' }]);
    assert.match(report.notices[0]?.message ?? '', /^18 results of the job do not fit/);
    assert.equal(report.verdict, 'incomplete');
  });
  for (const [what, change] of Object.entries(refused)) {
    test(`loses a finding with ${what}`, async () => {
      assert.deepEqual((await received({ ...whole, findings: [{ ...finding, ...change }] })).findings, []);
    });
  }

  test('asks for no path outside of the repository', async () => {
    const wants = ['.env', 'a/b', '../x', '/etc/passwd', 'a/../../x', './x', 'a//b', '', 'C:\\x', 'https://x/y', 'a\0b'];
    assert.deepEqual((await received({ ...whole, wants })).wants, ['.env', 'a/b']);
  });

  const worthless = [
    '',
    'null',
    '[]',
    '"x"',
    '{}',
    '{"files":',
    JSON.stringify({ ...whole, notices: [{ kind: 'x', about: '', message: '' }] }),
  ];
  test('is a failure when it is no report', async () => {
    for (const text of worthless) {
      const report = await received(text);
      assert.deepEqual(
        [report.verdict, report.findings, report.notices.map((notice) => notice.kind)],
        ['incomplete', [], ['failure']],
      );
    }
  });

  test('cannot reach what objects inherit', async () => {
    const text = JSON.stringify(whole).replace(
      '"spoofed"',
      '"x","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}',
    );
    const report = await received(text);
    assert.equal(Object(report).polluted, undefined);
    assert.equal(Object({}).polluted, undefined);
    assert.equal(report.findings.length, 1);
  });
});
