// The shape of a report as it leaves a job: as in the model, but files are only named.
import type { AddedIgnore, Edit, Finding, Fix, Range, Related, Report, Severity } from '../model.ts';
import type { ProjectChange } from '../picture.ts';
import { projectShape } from './picture-shape.ts';
import { boolean, count, list, object, oneOf, type Shape, string } from './shape.ts';
import { notice } from './snapshot-shape.ts';

/** A finding without what the outside knows better: its rule's category and page. */
export type SentFinding = Omit<Finding, 'category' | 'url'>;
export type SentFixed = Omit<SentFinding, 'range' | 'related' | 'fix'>;

/** Findings are still unknown here, so that one that does not fit costs itself alone. */
export interface SentReport {
  files: string[];
  findings: unknown[];
  fixed: unknown[];
  ignores?: AddedIgnore[];
  notices: Report['notices'];
  wants: string[];
  scripts?: string[];
  projects?: ProjectChange[];
}

const severity: Shape<Severity> = oneOf('error', 'warning', 'info');
const range = object<Range>({ start: count, end: count });
const related = object<Related>({ path: string, range, message: string });
const edit = object<Edit>({ path: string, range, text: string });
const fix = object<Fix>({ title: string, safety: oneOf('safe', 'unsafe'), edits: list(edit) });
const head = {
  rule: string,
  severity,
  path: string,
  message: string,
  fingerprint: string,
  code: string,
  existing: boolean,
  hidden: string,
};

export const findingShape = object<SentFinding>(
  { ...head, range, related: list(related), fix },
  'existing',
  'fix',
  'code',
  'hidden',
);
export const fixedShape = object<SentFixed>(head, 'code', 'existing', 'hidden');

const anything: Shape<unknown> = (value) => value;

const ignore = object<AddedIgnore>({
  path: string,
  range,
  tool: string,
  rules: list(string),
  reason: string,
  hides: count,
  refused: count,
});

export const reportShape = object<SentReport>(
  {
    files: list(string),
    findings: list(anything),
    fixed: list(anything),
    ignores: list(ignore),
    notices: list(notice),
    wants: list(string),
    scripts: list(string),
    projects: list(projectShape),
  },
  'ignores',
  'scripts',
  'projects',
);
