// A review that may ask for more files: at most a few rounds of run, bring, run again.
import type { Change } from './change/change.ts';
import { kindOf, kindsAmong } from './discover.ts';
import type { Runner } from './job/runner.ts';
import { ROUNDS, WANTED_FILES } from './limits.ts';
import type { Report, Snapshot, SourceFile } from './model.ts';

/** Looks at scripts with a tool of this machine. Never rejects. */
export type Scan = (scripts: readonly string[]) => Promise<Pick<Snapshot, 'notices'> & Required<Pick<Snapshot, 'scanned'>>>;

/** `scan`: absent where there is no such tool. */
export async function reviewInRounds(change: Change, runner: Runner, scan?: Scan): Promise<Report> {
  let snapshot: Snapshot = scan ? { ...change.snapshot, scanned: {} } : change.snapshot;
  const tried = new Set(change.tried);
  const asked = new Set<string>();
  for (let round = 1; ; round++) {
    const report = isEmpty(snapshot) ? emptyReport(snapshot) : await runner.run(snapshot);
    const left = report.wants.filter((path) => !asked.has(path) && !tried.has(path));
    const wants = round === ROUNDS ? [] : left.slice(0, WANTED_FILES - asked.size);
    if (wants.length === 0) return unread(await withScans(report, snapshot, runner, scan), left);
    for (const path of wants) asked.add(path);
    const { files: brought, base = [], absent = [], notices } = await change.bring(wants);
    const files = kindsAmong([...snapshot.head, ...snapshot.base], snapshot).has('compose')
      ? brought
      : brought.filter((file) => mayBuild(file, snapshot));
    if (files.length + absent.length + notices.length === 0)
      return unread(await withScans(report, snapshot, runner, scan), left.slice(wants.length));
    snapshot = {
      ...snapshot,
      head: [...snapshot.head, ...files],
      base: [...snapshot.base, ...base],
      ...(absent.length > 0 && { absent: [...(snapshot.absent ?? []), ...absent] }),
      notices: [...snapshot.notices, ...notices],
    };
  }
}

/** Beside a Dockerfile lie Compose files that have nothing to do with it: these need not even be read. */
const mayBuild = ({ path, text }: SourceFile, { settings }: Snapshot): boolean =>
  kindOf(path, settings) !== 'compose' || /build|include|extends/.test(text);

/** Scripts are looked at once all files are there; then the review is run again with what was said of them. */
async function withScans(report: Report, snapshot: Snapshot, runner: Runner, scan: Scan | undefined): Promise<Report> {
  if (!scan || !report.scripts) return report;
  const { scanned, notices } = await scan(report.scripts);
  return await runner.run({ ...snapshot, scanned, notices: [...snapshot.notices, ...notices] });
}

function unread(report: Report, paths: readonly string[]): Report {
  const [path] = paths;
  if (path === undefined) return report;
  const what = paths.length === 1 ? 'This file' : `This file and ${paths.length - 1} more`;
  const message = `${what}, named by other files, ${paths.length === 1 ? 'was' : 'were'} not read: at most ${WANTED_FILES} in ${ROUNDS} rounds are.`;
  return { ...report, notices: [...report.notices, { kind: 'limit', about: path, message }] };
}

const isEmpty = ({ head, base }: Snapshot): boolean => head.length === 0 && base.length === 0;

/** What any runner would say of no texts at all: most pull requests touch no Docker file, and need no job for that. */
function emptyReport({ of, notices }: Snapshot): Report {
  const verdict = notices.some(({ kind }) => kind === 'failure') ? 'incomplete' : 'pass';
  return { of, files: [], findings: [], fixed: [], notices: [...notices], wants: [], verdict };
}
