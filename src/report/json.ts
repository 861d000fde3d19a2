// A report as JSON for programs; its form is schema/report.schema.json.
import type { Finding, Report, SourceFile } from '../model.ts';
import { type Placer, placer } from './places.ts';

/** Changes when the form does so that a reader of the old one would be misled. */
export const FORM = 1;

const NOWHERE = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Findings in one piece of the text. */
const PIECE = 200;

/**
 * In pieces that follow each other: as one text, a large report takes as much memory again.
 * `sources`: texts of files besides the report's own, which fixes and related places may lie in.
 */
export function* json(report: Report, sources: readonly SourceFile[] = []): Generator<string> {
  const place = placer([...sources, ...report.files]);
  const first = { version: FORM, verdict: report.verdict, files: report.files.map(({ path }) => path) };
  yield `${JSON.stringify(first).slice(0, -1)},"findings":[`;
  for (let at = 0; at < report.findings.length; at += PIECE) {
    const some = report.findings.slice(at, at + PIECE).map((finding) => oneFinding(finding, place));
    yield (at > 0 ? ',' : '') + JSON.stringify(some).slice(1, -1);
  }
  const last = {
    fixed: report.fixed.map(({ rule, severity, path, message, url, fingerprint }) => ({
      rule,
      severity,
      path,
      message,
      url,
      fingerprint,
    })),
    ...(report.ignores && {
      ignores: report.ignores.map(({ path, range, tool, rules, reason, hides, refused }) => ({
        path,
        ...(place(path, range) ?? NOWHERE),
        tool,
        rules,
        reason,
        hides,
        refused,
      })),
    }),
    ...(report.projects && { projects: report.projects.map(({ path, told }) => ({ path, remarks: told })) }),
    notices: report.notices.map(({ kind, about, message }) => ({ kind, about, message })),
  };
  yield `],${JSON.stringify(last).slice(1)}\n`;
}

function oneFinding(finding: Finding, place: Placer) {
  const { rule, severity, path, range, message, url, fingerprint, related, fix, hidden } = finding;
  return {
    rule,
    severity,
    path,
    ...(place(path, range) ?? NOWHERE),
    message,
    url,
    fingerprint,
    related: related.map((one) => ({ path: one.path, ...(place(one.path, one.range) ?? NOWHERE), message: one.message })),
    fix: fix
      ? {
          title: fix.title,
          safety: fix.safety,
          edits: fix.edits.map((edit) => ({ path: edit.path, ...(place(edit.path, edit.range) ?? NOWHERE), text: edit.text })),
        }
      : null,
    hidden: hidden ?? null,
  };
}
