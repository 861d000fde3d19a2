// The pace of one installation: writes one after the other, as many points and requests as GitHub allows, waits when it asks for them.
import { CONCURRENT_REQUESTS, CREATED_PER_MINUTE, POINTS_PER_MINUTE } from './limits.ts';

/** Milliseconds. Doors give the real one. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

export interface Cost {
  points: number;
  write: boolean;
  /** Makes a review or a comment. */
  creates: boolean;
}

export interface Lane {
  /** Resolves when the request may go; to be called with what ends it. */
  enter(cost: Cost): Promise<() => void>;
  /** GitHub asked for a pause: nothing goes before it is over. */
  pause(milliseconds: number): void;
  clock: Clock;
}

const MINUTE = 60_000;
/** Looks again this often while too many requests are open. In milliseconds. */
const CROWDED = 50;

export function newLane(clock: Clock): Lane {
  const points = budget(POINTS_PER_MINUTE);
  const created = budget(CREATED_PER_MINUTE);
  let writing: Promise<void> = Promise.resolve();
  let open = 0;
  let pausedUntil = 0;

  const ready = async ({ points: cost, creates }: Cost) => {
    for (;;) {
      const now = clock.now();
      const wait = Math.max(
        pausedUntil - now,
        points.wait(cost, now),
        creates ? created.wait(1, now) : 0,
        open >= CONCURRENT_REQUESTS ? CROWDED : 0,
      );
      if (wait <= 0) break;
      await clock.sleep(wait);
    }
    open++;
    points.spend(cost, clock.now());
    if (creates) created.spend(1, clock.now());
  };

  return {
    clock,
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, clock.now() + milliseconds);
    },
    async enter(cost) {
      let end = () => {};
      if (cost.write) {
        const before = writing;
        writing = new Promise((resolve) => {
          end = resolve;
        });
        await before;
      }
      await ready(cost);
      return () => {
        open--;
        end();
      };
    },
  };
}

/** How much was spent in the last minute. */
function budget(perMinute: number) {
  let spent: { at: number; amount: number }[] = [];
  return {
    /** Milliseconds until `amount` fits. */
    wait(amount: number, now: number): number {
      spent = spent.filter(({ at }) => now - at < MINUTE);
      let over = spent.reduce((sum, one) => sum + one.amount, 0) + amount - perMinute;
      for (const one of spent) {
        if (over <= 0) return 0;
        over -= one.amount;
        if (over <= 0) return one.at + MINUTE - now;
      }
      return 0;
    },
    spend(amount: number, at: number): void {
      spent.push({ at, amount });
    },
  };
}
