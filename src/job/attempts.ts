// Runs a job, and when a file kills it, again without that file: a killed job costs one file.
import { JOB_INPUT_BYTES, JOB_KILLS } from '../limits.ts';
import type { Report, Snapshot, SourceFile } from '../model.ts';
import type { Rule } from '../rule.ts';
import type { Ended } from './child.ts';
import type { Limits } from './inside.ts';
import { readReport } from './received.ts';
import { largest, nothing, without } from './without.ts';

// Files that a job had to go on without, and why: a later round of the same review does not try them again.
const lost = new WeakMap<SourceFile, string>();

/** The report of a snapshot through `start`, which runs one job on one input. Never rejects. */
export async function runAttempts(
  snapshot: Snapshot,
  rules: readonly Rule[],
  limits: Limits,
  start: (input: string) => Promise<Ended>,
): Promise<Report> {
  for (let kills = 0; ; kills++) {
    const rest = without(snapshot, lost);
    const ended = await startWith(rest, start);
    if (typeof ended === 'string') return nothing(rest, ended);
    if (ended.cause === 'done')
      return readReport(ended.output, rest, rules) ?? nothing(rest, 'The job gave no report that can be read.');
    const why = cause(ended, limits);
    const file = rest.head[ended.begun ?? -1];
    if (file === undefined) return nothing(rest, `The job ended before it had begun a file: ${why}.`);
    const large = kills === JOB_KILLS ? largest(rest.head) : [];
    if (kills > JOB_KILLS || (kills === JOB_KILLS && large.length === 0))
      return nothing(rest, `The job was given up after ${kills + 1} attempts; at last in ${file.path}: ${why}.`);
    for (const each of large) lost.set(each, `after ${kills + 1} stopped jobs only the smallest files were tried`);
    lost.set(file, why);
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

function cause({ cause, status, words }: Ended, limits: Limits): string {
  if (cause === 'time') return `it took longer than ${limits.milliseconds / 1000} s and was stopped`;
  if (cause === 'memory') return `it took more than ${limits.memoryMebibytes} MiB of memory and was stopped`;
  if (cause === 'output') return `it gave more than ${mebibytes(limits.outputBytes)} of results and was stopped`;
  return `the job ended with ${status}${words === '' ? '' : ` (${words})`}`;
}

const mebibytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;
