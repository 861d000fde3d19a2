// A report in one line for people at a terminal: how many of what, in how many files, and what can be corrected.
import type { Finding, Report } from '../model.ts';
import { countText } from './summary.ts';

export const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

export const shownFindings = (report: Pick<Report, 'findings'>): Finding[] =>
  report.findings.filter(({ hidden }) => hidden === undefined);

export function summaryLine(report: Report): string {
  const shown = shownFindings(report);
  const files = plural(report.files.length, 'file');
  const apart = report.findings.length - shown.length;
  const aside = apart > 0 ? ` ${apart} not shown.` : '';
  const failures = report.notices.filter(({ kind }) => kind === 'failure').length;
  const missed = failures > 0 ? ` ${plural(failures, 'failure')}: the review is incomplete.` : '';
  if (report.files.length === 0) return `No Dockerfile and no Compose file to review.${missed}`;
  if (shown.length === 0) return `Nothing found in ${files}.${aside}${missed}`;
  const places = new Set(shown.map(({ path }) => path)).size;
  return `${countText(shown)} in ${places === report.files.length ? files : `${places} of ${files}`}.${fixable(shown)}${aside}${missed}`;
}

function fixable(shown: readonly Finding[]): string {
  const count = (safety: string) => shown.filter(({ fix }) => fix?.safety === safety).length;
  const [safe, unsafe] = [count('safe'), count('unsafe')];
  if (safe === 0) return unsafe === 0 ? '' : ` "hullcheck fix --unsafe" corrects ${unsafe}.`;
  return ` "hullcheck fix" corrects ${safe}${unsafe > 0 ? `, with --unsafe ${unsafe} more` : ''}.`;
}
