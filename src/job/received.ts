// What came out of a job, which is not trusted: only what fits the snapshot and the rules becomes a report again.

import { pageOf } from '../check.ts';
import { verdictOf } from '../findings.ts';
import { grouped } from '../grouped.ts';
import type { Finding, Fix, Notice, Range, Report, Snapshot, SourceFile } from '../model.ts';
import { join } from '../parse/path.ts';
import type { Rule } from '../rule.ts';
import { applyEdits } from '../text.ts';
import { findingShape, fixedShape, reportShape, type SentFinding } from './report-shape.ts';

/** The report as a job sends it: the outside has the texts already. */
export const sent = (report: Report): string => JSON.stringify({ ...report, files: report.files.map((file) => file.path) });

/**
 * Reads what a job sent. Findings that do not fit are left out and counted in a failure notice; texts, the rules' categories
 * and pages, and the verdict come from here. `null`: it is no report at all.
 */
export function readReport(output: string, snapshot: Snapshot, rules: readonly Rule[]): Report | null {
  const raw = reportShape(parse(output));
  if (!raw) return null;
  const files = new Map(snapshot.head.map((file) => [file.path, file]));
  const known = new Map(rules.map((rule) => [rule.id, { category: rule.category, url: pageOf(rule) }]));
  const named = <T extends { rule: string; path: string; fingerprint: string }>(one: T) => {
    const rule = known.get(one.rule);
    return rule && files.has(one.path) && FINGERPRINT.test(one.fingerprint) ? { ...one, ...rule } : undefined;
  };
  const findings = raw.findings.flatMap((each): Finding | [] => {
    const finding = findingShape(each);
    return (finding && placed(finding, files) && named(finding)) || [];
  });
  const fixed = raw.fixed.flatMap((each): Report['fixed'][number] | [] => {
    const one = fixedShape(each);
    return (one && named(one)) || [];
  });
  const ignores = raw.ignores?.filter(({ path, range }) => inside(path, range, files)) ?? [];
  const projects = raw.projects?.filter(({ path }) => files.has(path)) ?? [];
  const refused = raw.findings.length - findings.length + raw.fixed.length - fixed.length;
  const notices = refused === 0 ? raw.notices : [...raw.notices, refusal(refused)];
  return {
    of: snapshot.of,
    files: [...new Set(raw.files)].flatMap((path) => files.get(path) ?? []),
    findings,
    fixed,
    ...(ignores.length > 0 && { ignores }),
    notices,
    ...(raw.scripts && { scripts: raw.scripts }),
    ...(projects.length > 0 && { projects }),
    wants: raw.wants.filter((path) => path !== '' && join('', path) === path),
    verdict: verdictOf(findings, notices, snapshot.settings.failOn),
  };
}

const FINGERPRINT = /^[0-9a-f]{16}$/;

function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}

type Files = ReadonlyMap<string, SourceFile>;

/** Everything it points at lies inside of the snapshot's files. */
function placed({ path, range, related, fix }: SentFinding, files: Files): boolean {
  return (
    inside(path, range, files) && related.every((one) => inside(one.path, one.range, files)) && (!fix || applies(fix, files))
  );
}

const inside = (path: string, range: Range, files: Files): boolean =>
  range.start <= range.end && range.end <= (files.get(path)?.text.length ?? -1);

function applies({ edits }: Fix, files: Files): boolean {
  const byFile = grouped(edits, (edit) => edit.path);
  return [...byFile].every(([path, own]) => {
    const file = files.get(path);
    return file !== undefined && applyEdits(file.text, own) !== null;
  });
}

const refusal = (count: number): Notice => ({
  kind: 'failure',
  about: 'review',
  message: `${count} ${count === 1 ? 'result of the job does' : 'results of the job do'} not fit the files and rules under review and were left out.`,
});
