// Reviews the files of an example in memory, with one rule or with those that are on by default.
import { readFileSync } from 'node:fs';
import { defaultSettings } from '../../src/config/defaults.ts';
import { applyFixes } from '../../src/fix.ts';
import type { Finding, Report, SourceFile } from '../../src/model.ts';
import { parsers } from '../../src/parse/parsers.ts';
import { review } from '../../src/review.ts';
import type { Rule } from '../../src/rule.ts';
import { lineStarts, placeOf } from '../../src/text.ts';

export const rulesFolder = new URL('../../rules/', import.meta.url);
export const pageFile = (rule: Rule) => new URL(`${rule.on}/${rule.id}.md`, rulesFolder);
export const pageText = (rule: Rule) => readFileSync(pageFile(rule), 'utf8');

export const toSources = (files: ReadonlyMap<string, string>): SourceFile[] =>
  [...files].map(([path, text]) => ({ path, text, bom: false }));

/** `rules` on these files, as a preset has them: all that they can say, or what they say by default. */
export function reviewFiles(
  files: readonly SourceFile[],
  rules: readonly Rule[],
  options: Record<string, unknown> = {},
  preset: 'all' | 'recommended' = 'all',
): Report {
  const paths = files.map((file) => file.path);
  // What ShellCheck says of an example stands in the example: the outcome must not depend on a tool of this machine.
  const said = files.find(({ path }) => path === 'shellcheck.json');
  const settings = {
    ...defaultSettings,
    preset,
    rules: Object.fromEntries(rules.map((rule) => [rule.id, { options }])),
  };
  return review(
    {
      of: 'example',
      reviewed: paths,
      head: files,
      base: [],
      touched: null,
      tree: paths,
      settings,
      today: '2026-11-21',
      ...(said && { scanned: JSON.parse(said.text) }),
      notices: [],
    },
    { rules, parsers },
  );
}

export function fixAll(files: readonly SourceFile[], findings: readonly Finding[]): SourceFile[] {
  const { files: changed } = applyFixes(files, findings, 'unsafe');
  const texts = new Map(changed.map((file) => [file.path, file]));
  return files.map((file) => texts.get(file.path) ?? file);
}

/** `line:column: severity: message`, with the path in front where an example has several files. */
export function lines(report: Report, files: readonly SourceFile[]): string {
  const texts = new Map(files.map((file) => [file.path, lineStarts(file.text)]));
  const line = (finding: Finding) => {
    const { line, column } = placeOf(texts.get(finding.path) ?? [0], finding.range.start);
    return `${files.length > 1 ? `${finding.path}:` : ''}${line}:${column}: ${finding.severity}: ${finding.message}\n`;
  };
  return report.findings
    .filter((finding) => !finding.hidden)
    .map(line)
    .join('');
}
