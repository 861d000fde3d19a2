// Writes that happen exactly once: after an unclear answer, GitHub is asked what it has before anything is sent again.
import { setTimeout as sleep } from 'node:timers/promises';
import { refusal } from '../github.ts';

/** Waits before each look, in milliseconds: a read right after a write may still show the state before it. */
const LOOKS = [1_000, 3_000] as const;
const TRIES = 3;

/** No answer, or one that does not say whether the write was applied. GitHub cuts requests after ten seconds with a 5xx. */
export const isUnclear = (error: unknown): boolean => refusal(error).status === 0 || refusal(error).status >= 500;

/**
 * Sends, and after an unclear answer takes what `look` finds of it. `look` resolves to `null` when there is nothing of it.
 * Rejects as GitHub refuses, and when it stays unclear.
 */
export async function once<T>(send: () => Promise<T>, look: () => Promise<T | null>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (!isUnclear(error)) throw error;
      const found = await lookTwice(look);
      if (found !== null) return found;
      if (tries === TRIES) throw error;
    }
  }
}

/** What `look` finds of a write that may be there; one read may be older than the write. */
export async function lookTwice<T>(look: () => Promise<T | null>): Promise<T | null> {
  for (const wait of LOOKS) {
    await sleep(wait);
    const found = await look();
    if (found !== null) return found;
  }
  return null;
}
