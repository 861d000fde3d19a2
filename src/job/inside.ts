// How Node is started inside of any job, and within which limits.
import { JOB_CPUS, JOB_MEMORY_MIB, JOB_MILLISECONDS, JOB_OUTPUT_BYTES, JOB_PIDS } from '../limits.ts';
import type { Program } from './program.ts';

export interface Limits {
  milliseconds: number;
  memoryMebibytes: number;
  outputBytes: number;
  pids: number;
  cpus: number;
}

export const limits: Limits = {
  milliseconds: JOB_MILLISECONDS,
  memoryMebibytes: JOB_MEMORY_MIB,
  outputBytes: JOB_OUTPUT_BYTES,
  pids: JOB_PIDS,
  cpus: JOB_CPUS,
};

/** V8's heap gets three quarters: Node itself and Buffers need the rest. */
export const heapMebibytes = ({ memoryMebibytes }: Limits): number => Math.floor((memoryMebibytes * 3) / 4);

/** Arguments of Node: it may read its program, and nothing else on the disk; it starts no process, thread or add-on. */
export function insideArguments(heap: number, program: Program): string[] {
  return [
    `--max-old-space-size=${heap}`,
    '--disallow-code-generation-from-strings',
    '--permission',
    ...program.reads.map((path) => `--allow-fs-read=${path}`),
    program.entry,
  ];
}
