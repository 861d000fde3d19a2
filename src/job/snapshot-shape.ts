// The exact shape of a snapshot, checked where it enters a job.
import {
  type Budget,
  type Notice,
  PRESETS,
  type RuleSetting,
  SCOPES,
  type ScriptRemark,
  type Settings,
  type Snapshot,
  type SourceFile,
} from '../model.ts';
import { boolean, count, list, nullable, object, oneOf, record, type Shape, string } from './shape.ts';

const severity = oneOf('error', 'warning', 'info');
const json: Shape<unknown> = (value) => value;

const file = object<SourceFile>({ path: string, text: string, bom: boolean, previousPath: string }, 'previousPath');

const ruleSetting = object<RuleSetting>(
  { severity: oneOf('error', 'warning', 'info', 'off'), options: record(json), ignoreServices: list(string) },
  'severity',
  'options',
  'ignoreServices',
);

const amount: Shape<number> = (value) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined);

const settings = object<Settings>(
  {
    preset: oneOf(...PRESETS),
    rules: record(ruleSetting),
    ignore: list(string),
    dockerfiles: list(string),
    composeFiles: list(string),
    composeProjects: list(list(string)),
    failOn: (value) => (value === 'never' ? value : severity(value)),
    maxComments: count,
    ignoreComments: boolean,
    scope: oneOf(...SCOPES),
    budget: object<Budget>({ cpus: amount, memory: amount }, 'cpus', 'memory'),
  },
  'composeProjects',
  'budget',
  'scope',
);

export const notice = object<Notice>({ kind: oneOf('limit', 'failure'), about: string, message: string });

const remark = object<ScriptRemark>({
  code: string,
  level: oneOf('error', 'warning', 'info', 'style'),
  start: count,
  end: count,
  message: string,
});

export const snapshotShape: Shape<Snapshot> = object<Snapshot>(
  {
    of: string,
    reviewed: list(string),
    kinds: record(oneOf('dockerfile', 'compose')),
    head: list(file),
    base: list(file),
    touched: nullable(record(list(object({ from: count, to: count })))),
    tree: nullable(list(string)),
    listed: list(string),
    absent: list(string),
    settings,
    today: string,
    scanned: record(list(remark)),
    notices: list(notice),
  },
  'kinds',
  'listed',
  'absent',
  'scanned',
);
