// Runs a job, and when a file kills it, again without that file: a killed job costs one file.
import { JOB_INPUT_BYTES, JOB_KILLS } from '../limits.ts';
import type { Notice, Report, Snapshot, SourceFile } from '../model.ts';
import type { Rule } from '../rule.ts';
import type { Ended } from './child.ts';
import type { Limits } from './inside.ts';
import { readReport } from './received.ts';

// Files that killed a job, so that a later round of the same review does not try them again.
const killers = new WeakMap<SourceFile, string>();

/** The report of a snapshot through `start`, which runs one job on one input. Never rejects. */
export async function runWithout(
  snapshot: Snapshot,
  rules: readonly Rule[],
  limits: Limits,
  start: (input: string) => Promise<Ended>,
): Promise<Report> {
  for (let kills = 0; ; kills++) {
    const rest = without(snapshot);
    const ended = await startWith(rest, start);
    if (typeof ended === 'string') return nothing(rest, ended);
    if (ended.cause === 'done')
      return readReport(ended.output, rest, rules) ?? nothing(rest, 'The job gave no report that can be read.');
    const why = cause(ended, limits);
    const file = rest.head[ended.begun ?? -1];
    if (file === undefined) return nothing(rest, `The job ended before it had begun a file: ${why}.`);
    if (kills === JOB_KILLS)
      return nothing(rest, `The job was given up after ${kills + 1} attempts; at last in ${file.path}: ${why}.`);
    killers.set(file, why);
  }
}

async function startWith(snapshot: Snapshot, start: (input: string) => Promise<Ended>): Promise<Ended | string> {
  try {
    const input = JSON.stringify(snapshot);
    if (Buffer.byteLength(input) > JOB_INPUT_BYTES)
      return `All texts together are larger than the ${mebibytes(JOB_INPUT_BYTES)} that a job takes.`;
    return await start(input);
  } catch (error) {
    return `The job could not be run: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** The snapshot without the files that killed a job, on either side, and with a notice for each. */
function without(snapshot: Snapshot): Snapshot {
  const lost = new Map(snapshot.head.flatMap((file) => (killers.has(file) ? [[file.path, killers.get(file)] as const] : [])));
  if (lost.size === 0) return snapshot;
  const notices = [...lost].map(
    ([about, why]): Notice => ({ kind: 'failure', about, message: `Not reviewed: ${why}. ${REMEDY}` }),
  );
  const stays = (file: SourceFile) => !lost.has(file.path);
  return {
    ...snapshot,
    reviewed: snapshot.reviewed.filter((path) => !lost.has(path)),
    head: snapshot.head.filter(stays),
    base: snapshot.base.filter(
      (file) => stays(file) && !snapshot.head.some((head) => lost.has(head.path) && head.previousPath === file.path),
    ),
    notices: [...snapshot.notices, ...notices],
  };
}

const REMEDY = 'To go on without it, add its path to ignore in .github/hullcheck.yml.';

function cause({ cause, status, words }: Ended, limits: Limits): string {
  if (cause === 'time') return `it took longer than ${limits.milliseconds / 1000} s and was stopped`;
  if (cause === 'memory') return `it took more than ${limits.memoryMebibytes} MiB of memory and was stopped`;
  if (cause === 'output') return `it gave more than ${mebibytes(limits.outputBytes)} of results and was stopped`;
  return `the job ended with ${status}${words === '' ? '' : ` (${words})`}`;
}

const mebibytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;

/** A report that says only why there is none. */
function nothing({ of, notices }: Snapshot, message: string): Report {
  const failure: Notice = { kind: 'failure', about: 'review', message };
  return { of, files: [], findings: [], fixed: [], notices: [...notices, failure], wants: [], verdict: 'incomplete' };
}
