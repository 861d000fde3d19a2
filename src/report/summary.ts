// A whole report in Markdown, for a check run or a job's summary: what was found, what was not done and why.
import { type Finding, KNOWN_ON_BASE, type Report, type Severity, type SourceFile } from '../model.ts';
import { lineStarts, placeOf } from '../text.ts';
import { addedIgnores } from './added-ignores.ts';
import { cell, code, cut, link, plain, sentence } from './escape.ts';
import { projectChanges } from './project-changes.ts';

export interface SummaryContext {
  /** What could not be posted and why. */
  problems?: readonly string[];
  /** Characters that there is room for. */
  length: number;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const NOTICES = 50;
const MESSAGE_LENGTH = 400;

/** One line: `2 errors, 1 warning`. */
export function headline(report: Report): string {
  const counts = countText(shown(report));
  if (report.verdict === 'incomplete') return counts ? `Not complete; so far ${counts}` : 'Not complete';
  return counts || (report.files.length === 0 ? 'Nothing to review' : 'Nothing to report');
}

export function countText(findings: readonly Finding[]): string {
  return SEVERITIES.map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) =>
      severity === 'info' ? `${count} ${count === 1 ? 'note' : 'notes'}` : `${count} ${severity}${count === 1 ? '' : 's'}`,
    )
    .join(', ');
}

const shown = (report: Report) => report.findings.filter((finding) => !finding.hidden);

export function summary(report: Report, { problems = [], length }: SummaryContext): string {
  const after = [hiddenText(report), addedIgnores(report), notDone(report, problems)].filter((part) => part !== '').join('\n\n');
  const files = report.files.length === 1 ? '1 file' : `${report.files.length} files`;
  const counts = countText(shown(report));
  const none =
    report.files.length === 0 ? 'No Dockerfile and no Compose file to review.' : `Nothing to report in ${files} reviewed.`;
  const first = [counts ? `${counts} in ${files} reviewed.` : none, apartText(report)].filter((part) => part !== '').join(' ');
  // What follows the table must not be pushed out by it.
  const tail = cut(after, Math.floor(length / 2));
  const room = length - first.length - tail.length - 12;
  // Findings matter more than pictures: these get a third at most where there are many.
  const table = findingsTable(shown(report), report.files, report.projects ? Math.floor((room * 2) / 3) : room);
  const whole = projectChanges(report, room - table.length);
  return [first, table, whole, tail].filter((part) => part !== '').join('\n\n');
}

function findingsTable(findings: readonly Finding[], files: readonly SourceFile[], room: number): string {
  if (findings.length === 0) return '';
  // Two columns: a phone shows them without scrolling sideways.
  const head = '| Level | Finding |\n| --- | --- |';
  const texts = new Map(files.map((file) => [file.path, lineStarts(file.text)]));
  const sorted = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const rows: string[] = [];
  let left = room - head.length - 80;
  for (const finding of sorted) {
    const starts = texts.get(finding.path);
    const where = starts ? `${finding.path}:${placeOf(starts, finding.range.start).line}` : finding.path;
    const first = `${code(cut(where, 200))} · ${link(code(finding.rule), finding.url)}`;
    const row = [finding.severity, `${first}<br>${sentence(cut(finding.message, MESSAGE_LENGTH))}`];
    const line = `\n| ${row.map(cell).join(' | ')} |`;
    left -= line.length;
    if (left < 0) break;
    rows.push(line);
  }
  const missing = findings.length - rows.length;
  return `${head}${rows.join('')}${missing > 0 ? `\n\n${missing} more did not fit here.` : ''}`;
}

/** What is new, what was there before and what is gone; nothing where all is new. */
function apartText(report: Report): string {
  const before = report.findings.filter(({ existing, hidden }) => existing || hidden === KNOWN_ON_BASE).length;
  const fixed = report.fixed.length;
  if (before + fixed === 0) return '';
  const fresh = shown(report).filter(({ existing }) => !existing).length;
  const apart = [
    `${fresh} new`,
    fixed > 0 ? `${fixed} fixed` : '',
    before > 0 ? `${before} there before${shown(report).some(({ existing }) => existing) ? '' : ' and not shown'}` : '',
  ];
  return `${apart.filter((part) => part !== '').join(', ')}.`;
}

function hiddenText(report: Report): string {
  const reasons = new Map<string, number>();
  for (const { hidden } of report.findings) {
    const reason = hidden?.startsWith('ignored') ? 'ignored by a comment in the file' : hidden;
    if (reason && reason !== KNOWN_ON_BASE) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const apart = [...reasons].map(([reason, count]) => `${count} ${plain(reason)}`).join(', ');
  return apart ? `Not shown: ${apart}.` : '';
}

function notDone({ notices }: Report, problems: readonly string[]): string {
  // Failures first: they are why a check is not green.
  const sorted = [...notices].sort((a, b) => Number(b.kind === 'failure') - Number(a.kind === 'failure'));
  const lines = sorted
    .slice(0, NOTICES)
    .map(({ about, message }) => `- ${code(cut(about, 200))}: ${sentence(cut(message, MESSAGE_LENGTH))}`);
  if (sorted.length > NOTICES) lines.push(`- ${sorted.length - NOTICES} more of this kind.`);
  lines.push(...problems.map((problem) => `- ${sentence(cut(problem, MESSAGE_LENGTH))}`));
  return lines.length > 0 ? `**Not done**\n\n${lines.join('\n')}` : '';
}
