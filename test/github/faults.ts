// Switches that let chosen requests go wrong, before or after they took effect.
import type { Fields } from './world.ts';

/**
 * `before` answers without doing anything, `after` does it and answers all the same; `drop` and `dropAfter` close the socket instead;
 * `cut` breaks off in the middle of the answer; `slow` answers rightly, later; `stale` answers a read as before the newest write, as a lagging replica does.
 */
export type FaultKind = 'before' | 'after' | 'drop' | 'dropAfter' | 'cut' | 'slow' | 'stale';

export interface Fault {
  method?: string;
  /** Without /api/v3; text is compared as a whole. */
  path?: RegExp | string;
  /** Tested on the request's body, for GraphQL. */
  body?: RegExp;
  /** Asked last, for requests that fit otherwise. */
  when?: (method: string, path: string) => boolean;
  /** How many requests; 1 when left out. */
  times?: number;
  kind: FaultKind;
  status?: number;
  headers?: Record<string, string>;
  answer?: Fields | string;
  /** Milliseconds. */
  delay?: number;
}

export interface Refusal {
  status: number;
  headers: Record<string, string>;
  answer: Fields | string;
}

/** The secondary limit: 403 (or 429), with `retry-after` seconds or without. */
export function secondaryLimit(retryAfter?: number, status: 403 | 429 = 403): Refusal {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  const documentation_url = 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';
  return {
    status,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    answer: { message, documentation_url },
  };
}

/** The hour's limit: nothing remains until `seconds` from now. */
export function primaryLimit(seconds = 3600): Refusal {
  const reset = String(Math.floor(Date.now() / 1000) + seconds);
  return {
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    answer: {
      message: 'API rate limit exceeded for installation.',
      documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
    },
  };
}

export class Faults {
  readonly #set: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#set.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#set.length = 0;
  }

  /** The fault that this request meets, which counts as one of its times. */
  take(method: string, path: string, body: string): Fault | null {
    const found = this.#set.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.method === undefined || fault.method === method) &&
        (fault.path === undefined || (typeof fault.path === 'string' ? fault.path === path : fault.path.test(path))) &&
        (fault.body === undefined || fault.body.test(body)) &&
        (fault.when === undefined || fault.when(method, path)),
    );
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }
}

export function refusalOf(fault: Fault): Refusal {
  const status = fault.status ?? 502;
  return {
    status,
    headers: fault.headers ?? {},
    answer: fault.answer ?? { message: status >= 500 ? 'Server Error' : 'Refused by a switch' },
  };
}

/** An answer in which nothing has been written yet. */
export function emptied(body: unknown): unknown {
  if (Array.isArray(body)) return [];
  if (body === null || typeof body !== 'object' || !('total_count' in body)) return null;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, key === 'total_count' ? 0 : Array.isArray(value) ? [] : value]),
  );
}
