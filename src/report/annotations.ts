// Findings as annotations of a check run: plain text beside the lines.
import type { Finding, Severity, SourceFile } from '../model.ts';
import { lastLine, lineStarts, placeOf } from '../text.ts';
import { cut, visible } from './escape.ts';

/** As `output.annotations[]` of a check run. https://docs.github.com/rest/checks/runs */
export interface Annotation {
  path: string;
  start_line: number;
  end_line: number;
  /** Only where it begins and ends on one line. */
  start_column?: number;
  end_column?: number;
  annotation_level: 'failure' | 'warning' | 'notice';
  title: string;
  message: string;
}

const LEVEL: Readonly<Record<Severity, Annotation['annotation_level']>> = {
  error: 'failure',
  warning: 'warning',
  info: 'notice',
};
const TITLE_LENGTH = 255;
const MESSAGE_LENGTH = 8_000;

export function annotations(findings: readonly Finding[], files: readonly SourceFile[]): Annotation[] {
  const texts = new Map(files.map((file) => [file.path, lineStarts(file.text)]));
  return findings.map((finding) => {
    const starts = texts.get(finding.path) ?? [0];
    const start = placeOf(starts, finding.range.start);
    const end = lastLine(starts, finding.range);
    const columns = end === start.line && finding.range.end > finding.range.start;
    return {
      path: finding.path,
      start_line: start.line,
      end_line: Math.max(start.line, end),
      ...(columns && { start_column: start.column, end_column: start.column + finding.range.end - finding.range.start }),
      annotation_level: LEVEL[finding.severity],
      title: cut(finding.rule, TITLE_LENGTH),
      message: cut(visible(finding.fix ? `${finding.message}\nFix: ${finding.fix.title}` : finding.message), MESSAGE_LENGTH),
    };
  });
}
