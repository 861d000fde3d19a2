// What waits and what runs: webhook deliveries, one lane per pull request. Every implementation passes test/queue.test.ts.

/** Which pull request a delivery is about. Deliveries of one lane run one after the other, in the order they came. */
export interface Lane {
  key: string;
  /**
   * What would be reviewed: `<head>..<base branch>`. Of two deliveries with the same subject the second has nothing to do;
   * one with another subject overtakes what waits or runs. `null`: runs in its turn and overtakes nothing.
   */
  subject: string | null;
  /** When the pull request was in that state, in milliseconds since 1970: a delivery that comes late overtakes nothing. */
  at: number | null;
}

export interface Delivery {
  /** GitHub's GUID. A repetition keeps it. */
  id: string;
  event: string;
  /** The webhook's JSON, as it came. */
  payload: string;
  lane: Lane | null;
}

/** One delivery that was taken. It stays taken until `end` or `again`, or until the process dies. */
export interface Job {
  id: string;
  event: string;
  payload: string;
  /** From 1. Above 1, somebody began it before and did not finish. */
  attempt: number;
  /** Aborted when a newer delivery of the lane makes this one pointless; from the start where it was begun before and came. */
  overtaken: AbortSignal;
  /** It was begun too often without an end: only what it left behind is to be brought to one. */
  givenUp: boolean;
  /** `done`: its subject was reviewed. `overtaken`: it was not, and need not be. `failed`: the same GUID may come again. */
  end(state: 'done' | 'overtaken' | 'failed'): Promise<void>;
  /** Gives it back, to be taken after so many milliseconds. */
  again(after: number): Promise<void>;
}

export interface Queue {
  /** Resolves when the delivery is on disk: `true`, or `false` when its GUID is known and has not failed. */
  add(delivery: Delivery): Promise<boolean>;
  /** Whether a delivery with this GUID is here and has not failed. */
  knows(id: string): Promise<boolean>;
  /** Whether nothing has ever been added. */
  isNew(): Promise<boolean>;
  /** Waits for the oldest delivery whose lane is free; `null` once `stop` is aborted. */
  take(stop: AbortSignal): Promise<Job | null>;
  /** Jobs that still run are left to whoever opens the queue next. */
  close(): Promise<void>;
}

/** A delivery that was begun so often without an end is given up: it takes the process down with it, or GitHub stays away. */
export const ATTEMPTS = 10;
/** How often it is then taken once more to bring what it left behind to an end. */
export const ENDINGS = 24;
/** How long a finished delivery's GUID is remembered, in milliseconds: GitHub Enterprise Server redelivers for 7 days. */
export const REMEMBERED = 8 * 24 * 60 * 60 * 1000;
