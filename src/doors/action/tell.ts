// What a run leaves behind: log, annotations, job summary, SARIF, the report as JSON, outputs.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type * as Core from '@actions/core';
import rules from '../../../rules/index.ts';
import { reason } from '../../change/read.ts';
import type { Finding, Report } from '../../model.ts';
import { stepAnnotations } from '../../publish/step-annotations.ts';
import { counts } from '../../report/counts.ts';
import { terminal } from '../../report/escape.ts';
import { json } from '../../report/json.ts';
import { markdown } from '../../report/markdown.ts';
import { describe } from '../../report/rules.ts';
import { sarif } from '../../report/sarif.ts';
import { text } from '../../report/text.ts';
import { version } from '../cli/version.ts';
import type { Inputs } from './inputs.ts';

export interface Told {
  report: Report;
  /** Findings that are to be annotated in the log; others are comments. */
  annotated: readonly Finding[];
  /** What could not be posted and why. */
  problems: readonly string[];
  /** From the root of the checkout to where the report's paths lie. */
  folder: string;
}

export interface Places {
  workspace: string;
  /** For files of this run that are no part of the checkout. */
  temporary: string;
}

/** Writes everything; resolves to what could not be written. */
export async function tell(core: typeof Core, inputs: Inputs, told: Told, { workspace, temporary }: Places): Promise<string[]> {
  const { report, annotated, problems, folder } = told;
  print(text(report, { colours: false }));
  const { lines, left } = stepAnnotations(report, annotated, folder);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  const remarks =
    left > 0 ? [...problems, `${left} more findings have no annotation: GitHub takes ten of each level.`] : problems;
  print(remarks.map((remark) => `${terminal(remark)}\n`).join(''));

  const unwritten: string[] = [];
  const write = (file: string, content: string) => {
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
    } catch (error) {
      unwritten.push(`${file} cannot be written: ${reason(error)}.`);
    }
  };
  const reportFile = path.join(temporary, 'hullcheck-report.json');
  write(reportFile, [...json(report)].join(''));
  const sarifFile = inputs.sarifFile === null ? '' : path.resolve(workspace, inputs.workingDirectory, inputs.sarifFile);
  if (sarifFile !== '') write(sarifFile, sarif(report, { version, rules: rules.map(describe) }));
  if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown(report, remarks)).write();

  for (const [name, value] of Object.entries(counts(report))) core.setOutput(name, value);
  core.setOutput('sarif-file', sarifFile);
  core.setOutput('report', reportFile);
  return unwritten;
}

/** Text that quotes files: the runner is told not to look for commands in it. */
function print(content: string): void {
  if (content === '') return;
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${content}${content.endsWith('\n') ? '' : '\n'}::${token}::\n`);
}
