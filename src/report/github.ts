// A report as workflow commands: annotations in the log of a GitHub workflow.
import type { Report, Severity } from '../model.ts';
import { annotations } from './annotations.ts';
import { commandData, commandProperty, visible } from './escape.ts';
import { shownFindings, summaryLine } from './tally.ts';

const COMMAND: Readonly<Record<'failure' | 'warning' | 'notice', Severity | 'notice'>> = {
  failure: 'error',
  warning: 'warning',
  notice: 'notice',
};

export function github(report: Report): string {
  const found = annotations(shownFindings(report), report.files).map((one) => {
    const properties = {
      file: one.path,
      line: one.start_line,
      endLine: one.end_line,
      col: one.start_column,
      endColumn: one.end_column,
      title: one.title,
    };
    return command(COMMAND[one.annotation_level], properties, one.message);
  });
  const notices = report.notices.map(({ kind, about, message }) =>
    command(kind === 'failure' ? 'error' : 'notice', { title: about }, message),
  );
  return `${[...found, ...notices, summaryLine(report)].join('\n')}\n`;
}

export function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}=${commandProperty(visible(String(value)))}`,
  );
  return `::${name} ${given.join(',')}::${commandData(visible(message))}`;
}
