// A report for people at a terminal: findings by file with their source, notices, and one line that sums up.
import type { Finding, Notice, Report, Severity, SourceFile } from '../model.ts';
import { lineStarts, placeOf } from '../text.ts';
import { terminal } from './escape.ts';
import { excerpt } from './excerpt.ts';
import { type Paint, paint } from './paint.ts';
import { summaryLine } from './tally.ts';

export interface TextOptions {
  colours: boolean;
  /** Columns of an excerpt. */
  width?: number | undefined;
  /** Only findings and failures. */
  quiet?: boolean;
}

const WIDTH = 100;
const COLOUR: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', info: 'cyan' };

export function text(report: Report, { colours, width = WIDTH, quiet = false }: TextOptions): string {
  const pen = paint(colours);
  const files = new Map(report.files.map((file) => [file.path, { file, starts: lineStarts(file.text) }]));
  const parts: string[] = [];
  for (const finding of report.findings) {
    if (finding.hidden) continue;
    const source = files.get(finding.path);
    if (source) parts.push(block(finding, source.file, source.starts, pen, width));
  }
  const notices = report.notices
    .filter(({ kind }) => !quiet || kind === 'failure')
    .map((notice) => `${noticeLine(notice, pen)}\n`);
  if (notices.length > 0) parts.push(notices.join(''));
  if (!quiet) parts.push(`${pen.bold(summaryLine(report))}\n`);
  return parts.join('\n');
}

function block(finding: Finding, { path, text }: SourceFile, starts: readonly number[], pen: Paint, width: number): string {
  const { line, column } = placeOf(starts, finding.range.start);
  const gutter = String(line).length;
  const bar = pen.dim('│');
  const { source, carets } = excerpt(text, starts, finding.range, Math.max(40, width - gutter - 5));
  const tint = pen[COLOUR[finding.severity]];
  const lines = [
    `${pen.bold(`${terminal(path)}:${line}:${column}`)} ${tint(finding.severity)} ${pen.bold(finding.rule)}`,
    `  ${terminal(finding.message)}`,
    `  ${pen.dim(String(line))} ${bar} ${source}`.trimEnd(),
    `  ${' '.repeat(gutter)} ${bar} ${tint(carets)}`,
  ];
  if (finding.fix)
    lines.push(`  ${pen.green('fix')} ${terminal(finding.fix.title)}${finding.fix.safety === 'unsafe' ? ' (unsafe)' : ''}`);
  lines.push(`  ${pen.dim(terminal(finding.url))}`);
  return `${lines.join('\n')}\n`;
}

function noticeLine({ kind, about, message }: Notice, pen: Paint): string {
  return `${kind === 'failure' ? pen.red('failure') : pen.cyan('notice')} ${terminal(about)}: ${terminal(message)}`;
}
