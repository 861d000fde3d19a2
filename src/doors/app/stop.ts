// When the process is told to end: at the first signal in order, at the second at once.
import process from 'node:process';

/** How long running jobs may go on after the first signal, in milliseconds. */
export const GRACE = 10_000;

/** Aborted at the first SIGTERM or SIGINT. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const told = () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  process.on('SIGTERM', told).on('SIGINT', told);
  return stop.signal;
}

/** Begins `task` now and so many milliseconds after it has ended, until `stop`. */
export function every(milliseconds: number, stop: AbortSignal, task: () => Promise<void>): void {
  const again = async () => {
    await task();
    if (!stop.aborted) setTimeout(again, milliseconds).unref();
  };
  void again();
}

/** Whether `running` ends within `milliseconds` after `stop`. Rejects as `running` does. */
export async function endsInTime(running: Promise<void>, stop: AbortSignal, milliseconds: number): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    stop.addEventListener('abort', () => void setTimeout(resolve, milliseconds, false).unref());
  });
  return Promise.race([running.then(() => true), late]);
}
