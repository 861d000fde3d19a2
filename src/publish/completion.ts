// How a check ends: conclusion, title, summary and annotations, from what became of the review.
import type { Finding, Report } from '../model.ts';
import { annotations } from '../report/annotations.ts';
import { sentence } from '../report/escape.ts';
import { headline, summary } from '../report/summary.ts';
import type { Completion } from './check-run.ts';
import { ANNOTATIONS_PER_CHECK, CHECK_SUMMARY_LENGTH } from './limits.ts';

export interface Ended {
  state: 'reviewed' | 'superseded' | 'gone' | 'failed';
  report?: Report;
  annotations: readonly Finding[];
  problems: readonly string[];
}

/** Nothing that was not finished is green. */
const CONCLUSION = { pass: 'success', fail: 'failure', incomplete: 'neutral' } as const;

export function completion({ state, report, annotations: findings, problems }: Ended): Completion {
  if (state === 'superseded')
    return {
      conclusion: 'cancelled',
      title: 'Overtaken',
      summary: 'A newer commit was pushed: its own check says what was found.',
      annotations: [],
    };
  if (!report)
    return {
      conclusion: 'neutral',
      title: 'Not complete',
      summary: problems.map(sentence).join('\n\n') || 'The review did not finish.',
      annotations: [],
    };
  const more = findings.length - ANNOTATIONS_PER_CHECK;
  const told = more > 0 ? [...problems, `${more} more findings have no annotation.`] : problems;
  return {
    conclusion: CONCLUSION[report.verdict],
    title: headline(report),
    summary: summary(report, { problems: told, length: CHECK_SUMMARY_LENGTH }),
    annotations: annotations(findings.slice(0, ANNOTATIONS_PER_CHECK), report.files),
  };
}
