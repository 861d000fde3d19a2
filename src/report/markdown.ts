// A report as Markdown, for the summary of a workflow's job or a chat.
import type { Report } from '../model.ts';
import { headline, summary } from './summary.ts';

/** What GitHub takes of one step. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary */
const STEP_SUMMARY_BYTES = 1024 * 1024;

/** `problems`: what could not be posted and why. */
export function markdown(report: Report, problems: readonly string[] = []): string {
  // Four bytes are the most that a character may take.
  return `### Hullcheck: ${headline(report)}\n\n${summary(report, { problems, length: STEP_SUMMARY_BYTES / 4 })}\n`;
}
