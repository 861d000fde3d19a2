// A job as a child process: no environment, no files but its own program, limits on memory, time and output.
import { existsSync } from 'node:fs';
import process from 'node:process';
import type { Rule } from '../rule.ts';
import { runAttempts } from './attempts.ts';
import { runChild } from './child.ts';
import { heapMebibytes, insideArguments, type Limits, limits as standard } from './inside.ts';
import { watchMemory } from './memory.ts';
import { type Program, programHere } from './program.ts';
import type { Runner } from './runner.ts';

// The kernel's own limits also hold a job whose parent was killed. Node reserves about 600 MiB of data that it never touches.
const RESERVED_MEBIBYTES = 1024;
const SHELL = '/bin/sh';
const LIMITED = 'ulimit -c 0; ulimit -t "$1" || :; ulimit -d "$2" || :; shift 2; exec /usr/bin/env -i "$@"';

export interface ProcessOptions {
  rules: readonly Rule[];
  limits?: Limits;
  program?: Program;
}

/** Runs reviews in child processes of the same Node, under its permission model. */
export function processRunner({ rules, limits = standard, program = programHere() }: ProcessOptions): Runner {
  const { milliseconds, outputBytes, memoryMebibytes } = limits;
  const node = [process.execPath, ...insideArguments(heapMebibytes(limits), program)];
  const [command = '', ...args] = existsSync(SHELL) ? [SHELL, '-c', LIMITED, 'job', ...kernelLimits(limits), ...node] : node;
  return {
    kind: 'process',
    run: (snapshot) =>
      runAttempts(snapshot, rules, limits, (input) =>
        runChild({
          command,
          args,
          env: {},
          input,
          milliseconds,
          outputBytes,
          watch: (pid, kill) => watchMemory(pid, memoryMebibytes, () => kill('memory')),
        }),
      ),
  };
}

/** Seconds of processor time (two cores at most for the whole time), and kibibytes of data. */
function kernelLimits({ milliseconds, memoryMebibytes }: Limits): string[] {
  return [String(Math.ceil(milliseconds / 1000) * 2), String((memoryMebibytes + RESERVED_MEBIBYTES) * 1024)];
}
