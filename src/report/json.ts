// A report as JSON for programs; its form is schema/report.schema.json.
import type { Finding, Report, SourceFile } from '../model.ts';
import { type Placer, placer } from './places.ts';

/** Changes when the form does so that a reader of the old one would be misled. */
export const FORM = 1;

const NOWHERE = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** `sources`: texts of files besides the report's own, which fixes and related places may lie in. */
export function json(report: Report, sources: readonly SourceFile[] = []): string {
  const place = placer([...sources, ...report.files]);
  const document = {
    version: FORM,
    verdict: report.verdict,
    files: report.files.map(({ path }) => path),
    findings: report.findings.map((finding) => oneFinding(finding, place)),
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
    notices: report.notices.map(({ kind, about, message }) => ({ kind, about, message })),
  };
  return `${JSON.stringify(document)}\n`;
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
