// Findings as annotations in the log of a workflow's step: the few that GitHub takes, worst first, and how many there are no room for.
import type { Finding, Report } from '../model.ts';
import { type Annotation, annotations } from '../report/annotations.ts';
import { command } from '../report/github.ts';
import { chosen } from './choose.ts';
import { ANNOTATIONS_PER_STEP } from './limits.ts';

export interface StepAnnotations {
  /** Workflow commands, escaped. */
  lines: string[];
  left: number;
}

const COMMAND: Readonly<Record<Annotation['annotation_level'], string>> = {
  failure: 'error',
  warning: 'warning',
  notice: 'notice',
};

/** `folder`: where the report's paths lie, from the root of the repository; empty for the root. */
export function stepAnnotations(report: Report, findings: readonly Finding[], folder: string): StepAnnotations {
  const taken = (['error', 'warning', 'info'] as const).flatMap((level) =>
    chosen(
      findings.filter(({ severity }) => severity === level),
      ANNOTATIONS_PER_STEP,
    ),
  );
  const lines = annotations(taken, report.files).map((one) =>
    command(
      COMMAND[one.annotation_level],
      {
        file: folder === '' ? one.path : `${folder}/${one.path}`,
        line: one.start_line,
        endLine: one.end_line,
        col: one.start_column,
        endColumn: one.end_column,
        title: one.title,
      },
      one.message,
    ),
  );
  return { lines, left: findings.length - taken.length };
}
