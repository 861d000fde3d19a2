// Judges the texts of a run one after another, in a thread that can be ended when one of them hangs.
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { judge } from './judge.ts';
import { readSeeds } from './seeds.ts';
import { textOf } from './texts.ts';

export interface Task {
  seed: number;
  from: number;
  to: number;
  folder: string | undefined;
  /** Holds the number of the text that is being judged. */
  progress: SharedArrayBuffer;
}

export interface Fault {
  index: number;
  message: string;
}

const MAX_MILLISECONDS = 1000;
const { seed, from, to, folder, progress } = workerData as Task;
const current = new Int32Array(progress);
const seeds = readSeeds(folder);

/** Of this thread alone, so that a busy machine makes no text slow. */
const milliseconds = (): number => {
  if (typeof process.threadCpuUsage !== 'function') return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

for (let index = from; index < to; index++) {
  Atomics.store(current, 0, index);
  const { kind, text, reviewed } = textOf(seeds, seed, index);
  const began = milliseconds();
  const wrong = judge(kind, text, reviewed);
  const took = milliseconds() - began;
  const slow = took > MAX_MILLISECONDS ? `it takes ${took.toFixed(0)} ms` : null;
  const message = wrong ?? slow;
  if (message !== null) parentPort?.postMessage({ index, message } satisfies Fault);
}
Atomics.store(current, 0, to);
