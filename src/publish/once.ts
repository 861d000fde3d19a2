// Writes that happen exactly once: after an unclear answer, GitHub is asked what it has before anything is sent again.
import { setTimeout as sleep } from 'node:timers/promises';
import { isArchived, isUnclear, missingPermission, refusal } from '../github.ts';
import { isLimit } from './pace.ts';

/** Waits before each look, in milliseconds: a read right after a write may still show the state before it. */
const LOOKS = [1_000, 3_000] as const;
const TRIES = 3;

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

/** Before what GitHub refused without a reason is sent again, in milliseconds. */
const SETTLING = 2_000;
const PASSING: ReadonlySet<number> = new Set([403, 404, 409, 422]);

/** A refusal of a request that may be over in a moment: GitHub names no permission that is missing. */
export const isPassing = (error: unknown): boolean =>
  Object(error).name !== 'GraphqlResponseError' &&
  PASSING.has(refusal(error).status) &&
  missingPermission(error) === undefined &&
  !isArchived(error) &&
  !isLimit(error);

/** Asks, and believes a refusal without a reason the second time. `ask` is safe to be called again. */
export async function believed<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isPassing(error)) throw error;
    await sleep(SETTLING);
    return ask();
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
