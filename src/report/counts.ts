// A report in numbers, for programs.
import type { Report, Verdict } from '../model.ts';
import { shownFindings } from './tally.ts';

export interface Counts {
  verdict: Verdict;
  findings: number;
  errors: number;
  warnings: number;
}

export function counts(report: Report): Counts {
  const shown = shownFindings(report);
  const of = (level: string) => shown.filter(({ severity }) => severity === level).length;
  return { verdict: report.verdict, findings: shown.length, errors: of('error'), warnings: of('warning') };
}
