// Watches how much memory a process really has: Buffers lie outside of the heap that V8 limits.
import { readFileSync } from 'node:fs';

// Filling memory takes longer than this: 50 ms let pass about 150 MiB.
const EVERY_MILLISECONDS = 50;

/**
 * Calls `tooMuch` once when the resident memory of `pid` exceeds `mebibytes`. Linux only: elsewhere there is no cheap way
 * to ask, and V8's own limit stands alone. Gives back what stops it.
 */
export function watchMemory(pid: number, mebibytes: number, tooMuch: () => void): () => void {
  const timer = setInterval(() => {
    const resident = residentMebibytes(pid);
    if (resident === null) clearInterval(timer);
    else if (resident > mebibytes) {
      clearInterval(timer);
      tooMuch();
    }
  }, EVERY_MILLISECONDS);
  return () => clearInterval(timer);
}

/** `VmRSS` of https://docs.kernel.org/filesystems/proc.html; `null` when the process or `/proc` is not there. */
function residentMebibytes(pid: number): number | null {
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) / 1024;
  } catch {
    return null;
  }
}
