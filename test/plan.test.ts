// What of many findings becomes a comment, where it stands, and what stays an annotation; and the pace of writes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, Report, Severity } from '../src/model.ts';
import { smaller } from '../src/publish/choose.ts';
import { type Cost, newLane } from '../src/publish/lane.ts';
import { planReview } from '../src/publish/plan.ts';
import type { Thread } from '../src/publish/threads.ts';

const TEXT = Array.from({ length: 40 }, (_, i) => `LINE ${String(i).padStart(2, '0')}\n`).join('');
const LINE = 8;

let count = 0;
function finding(path: string, line: number, severity: Severity = 'warning', more: Partial<Finding> = {}): Finding {
  const start = (line - 1) * LINE;
  return {
    rule: 'some-rule',
    severity,
    category: 'security',
    path,
    range: { start, end: start + 4 },
    message: 'x',
    url: 'https://example.com',
    fingerprint: `f${count++}`,
    related: [],
    ...more,
  };
}

const fix = (path: string, from: number, to: number, text = 'new\n') => ({
  fix: { title: 'x', safety: 'safe' as const, edits: [{ path, range: { start: (from - 1) * LINE, end: to * LINE }, text }] },
});

const report = (findings: Finding[]): Report => ({
  of: 'x',
  files: [...new Set(findings.map(({ path }) => path))].map((path) => ({
    path,
    text: TEXT,
    bom: false,
    previousPath: `old-${path}`,
  })),
  findings,
  fixed: [],
  notices: [],
  wants: [],
  verdict: 'pass',
});

const KNOWN = { told: new Set<string>(), complete: true };

const thread = (path: string, fingerprint: string, more: Partial<Thread> = {}): Thread => ({
  id: `t${fingerprint}`,
  comment: `c${fingerprint}`,
  body: '',
  path,
  fingerprint,
  lines: null,
  own: true,
  state: 'open',
  answered: false,
  ...more,
});

const everywhere = (findings: Finding[]) => Object.fromEntries(findings.map(({ path }) => [path, [{ from: 1, to: 40 }]]));

test('the worst come first, each file once before any twice, and nothing is lost', () => {
  const findings = [
    ...Array.from({ length: 20 }, (_, i) => finding('a', i + 1, 'info')),
    ...Array.from({ length: 5 }, (_, i) => finding('b', i + 1, 'error')),
    finding('c', 1, 'warning'),
    finding('c', 2, 'info', { hidden: 'ignored' }),
  ];
  const { comments, annotations } = planReview(report(findings), { hunks: everywhere(findings), threads: [], ...KNOWN }, 5);
  const said = comments.map(({ finding: { path, severity } }) => `${path} ${severity}`);
  assert.deepEqual(said, ['a info', 'b error', 'b error', 'b error', 'c warning']);
  assert.equal(annotations.length, 26 - 5);
  assert.deepEqual(
    annotations.slice(0, 3).map(({ severity }) => severity),
    ['error', 'error', 'info'],
  );
});

test('what has a thread is not said again, also after a rename; other threads silence nothing', () => {
  const findings = [finding('a', 1), finding('a', 2), finding('a', 3), finding('b', 4)];
  const [one, two, three, four] = findings.map(({ fingerprint }) => fingerprint) as [string, string, string, string];
  const threads = [thread('a', one), thread('old-a', two), thread('elsewhere', three), thread('b', 'other')];
  const plan = planReview(report(findings), { hunks: everywhere(findings), threads, ...KNOWN }, 15);
  assert.deepEqual(
    plan.comments.map((c) => c.finding.fingerprint),
    [three, four],
  );
  assert.deepEqual(
    plan.known.map(({ fingerprint }) => fingerprint),
    [one, two],
  );
  assert.deepEqual(plan.annotations, []);
  assert.deepEqual(planReview(report(findings), { hunks: everywhere(findings), threads: null, ...KNOWN }, 15).comments, []);
});

test('comments stand inside one hunk: whole, cut to their first line, or not at all', () => {
  const range = (from: number, to: number) => ({ range: { start: (from - 1) * LINE, end: to * LINE } });
  const findings = [
    finding('a', 3, 'error', range(3, 5)),
    finding('a', 8, 'error', range(8, 14)),
    finding('a', 11, 'error'),
    finding('a', 20, 'error', range(15, 20)),
  ];
  const hunks = {
    a: [
      { from: 2, to: 9 },
      { from: 13, to: 20 },
    ],
  };
  const { comments, annotations } = planReview(report(findings), { hunks, threads: [], ...KNOWN }, 15);
  assert.deepEqual(
    comments.map(({ anchor }) => anchor.lines),
    [
      { from: 3, to: 5 },
      { from: 8, to: 8 },
      { from: 15, to: 20 },
    ],
  );
  assert.deepEqual(annotations, [findings[2]]);
});

test('a suggestion takes its own lines, in the hunk of its finding; never two on one line', () => {
  const findings = [
    finding('a', 3, 'error', fix('a', 2, 4)),
    finding('a', 4, 'warning', fix('a', 4, 4)),
    finding('a', 6, 'warning', fix('a', 12, 12)),
    finding('a', 8, 'warning', fix('a', 8, 8, '')),
  ];
  const hunks = {
    a: [
      { from: 1, to: 9 },
      { from: 11, to: 20 },
    ],
  };
  const { comments } = planReview(report(findings), { hunks, threads: [], ...KNOWN }, 15);
  assert.deepEqual(
    comments.map(({ finding: { fingerprint }, anchor: { lines, suggestion } }) => [
      fingerprint,
      lines.from,
      lines.to,
      suggestion?.text,
    ]),
    [
      [findings[0]?.fingerprint, 2, 4, 'new\n'],
      [findings[1]?.fingerprint, 4, 4, undefined],
      [findings[2]?.fingerprint, 6, 6, undefined],
      [findings[3]?.fingerprint, 8, 8, ''],
    ],
  );
});

test('whichever one comment GitHub refuses, most of the others are tried without it', () => {
  for (const size of [2, 5, 15, 30]) {
    const all = Array.from({ length: size }, (_, i) => i);
    const tries = [...smaller(all)];
    assert.ok(tries.length <= 14);
    for (const bad of all) {
      const taken = tries.find((some) => !some.includes(bad));
      assert.ok((taken?.length ?? 0) >= Math.floor(size * 0.8) - 1, `${size} ${bad}`);
    }
  }
});

test('the pace: one write at a time, eighty new things and 900 points a minute, pauses for all', async () => {
  let now = 0;
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  const create: Cost = { points: 5, write: true, creates: true };
  const creating = newLane(clock);
  for (let i = 0; i < 80; i++) (await creating.enter(create))();
  assert.equal(now, 0);
  (await creating.enter(create))();
  assert.equal(now, 60_000);

  now = 0;
  const reading = newLane(clock);
  for (let i = 0; i < 900; i++) (await reading.enter({ points: 1, write: false, creates: false }))();
  assert.equal(now, 0);
  reading.pause(90_000);
  (await reading.enter({ points: 1, write: false, creates: false }))();
  assert.equal(now, 90_000);

  const leave = await reading.enter(create);
  let second = false;
  const waiting = reading.enter(create).then((done) => {
    second = true;
    done();
  });
  await reading.enter({ points: 1, write: false, creates: false });
  assert.equal(second, false);
  leave();
  await waiting;
  assert.equal(second, true);
});
