// Lets a thread judge the texts of a run; one that hangs is ended, told, and the run goes on behind it.
import { Worker } from 'node:worker_threads';
import type { Fault, Task } from './worker.ts';

const HANG_MILLISECONDS = 15_000;
const LOOK_MILLISECONDS = 250;
const NOT_BEGUN = -1;

export interface Run {
  seed: number;
  count: number;
  folder: string | undefined;
  seconds: number;
}

/** How many texts were judged. `found` is told of each fault as it is met. */
export async function runTexts({ seed, count, folder, seconds }: Run, found: (fault: Fault) => void): Promise<number> {
  const deadline = performance.now() + seconds * 1000;
  let next = 0;
  while (next < count && performance.now() < deadline) next = await runFrom(next);
  return next;

  /** Judges from one text on; where to go on, behind a text that hangs or ends the thread. */
  function runFrom(from: number): Promise<number> {
    const progress = new SharedArrayBuffer(4);
    const current = new Int32Array(progress);
    Atomics.store(current, 0, NOT_BEGUN);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { seed, from, to: count, folder, progress } satisfies Task,
    });
    worker.on('message', found);
    return new Promise((resolve, reject) => {
      let index = NOT_BEGUN;
      let since = performance.now();
      let behind: number | null = null;
      const stop = (next: number) => {
        behind ??= next;
        void worker.terminate();
      };
      const timer = setInterval(() => {
        const now = Atomics.load(current, 0);
        if (now !== index) since = performance.now();
        index = now;
        if (performance.now() > deadline) stop(Math.max(index, from));
        else if (index !== NOT_BEGUN && performance.now() - since > HANG_MILLISECONDS) {
          found({ index, message: `it takes more than ${HANG_MILLISECONDS / 1000} s` });
          stop(index + 1);
        }
      }, LOOK_MILLISECONDS);
      worker.on('error', (error) => {
        const at = Atomics.load(current, 0);
        if (at === NOT_BEGUN) return reject(error);
        found({ index: at, message: `it ends the thread: ${error.message}` });
        stop(at + 1);
      });
      worker.on('exit', () => {
        clearInterval(timer);
        resolve(behind ?? Atomics.load(current, 0));
      });
    });
  }
}
