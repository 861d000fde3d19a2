// The hourly limits of the REST and GraphQL APIs, counted for each token and told in every answer's headers.
import type { Fields } from './world.ts';
import type { Caller } from './world-app.ts';

type Resource = 'core' | 'graphql';

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const LIMITS = { anonymous: 60, app: 5000, user: 5000, installation: 5000, action: 1000 } as const;
const HOUR_SECONDS = 3600;

interface Count {
  limit: number;
  used: number;
  reset: number;
}

/** Installations and workflows share one count for all their tokens. */
function owner(caller: Caller): string {
  if (caller.kind === 'installation') return `installation ${caller.installation.id}`;
  if (caller.kind === 'action') return `action ${[...caller.repositories][0]?.id}`;
  if (caller.kind === 'user') return `user ${caller.account.login}`;
  return caller.kind;
}

export class RateLimits {
  readonly #counts = new Map<string, Count>();

  #count(caller: Caller, resource: Resource): Count {
    const key = `${owner(caller)} ${resource}`;
    const now = Math.floor(Date.now() / 1000);
    const known = this.#counts.get(key);
    if (known && known.reset > now) return known;
    const fresh = { limit: LIMITS[caller.kind], used: 0, reset: now + HOUR_SECONDS };
    this.#counts.set(key, fresh);
    return fresh;
  }

  /** Counts one request; false when the hour's requests are used up. */
  use(caller: Caller, resource: Resource): boolean {
    const count = this.#count(caller, resource);
    if (count.used >= count.limit && caller.kind !== 'anonymous') return false;
    count.used += 1;
    return true;
  }

  headers(caller: Caller, resource: Resource): Record<string, string> {
    const { limit, used, reset } = this.#count(caller, resource);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - used)),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': resource,
    };
  }

  overview(caller: Caller): Fields {
    const told = (resource: Resource): Fields => {
      const { limit, used, reset } = this.#count(caller, resource);
      return { limit, used, remaining: Math.max(0, limit - used), reset };
    };
    const search = { limit: 30, used: 0, remaining: 30, reset: Math.floor(Date.now() / 1000) + 60 };
    return { resources: { core: told('core'), graphql: told('graphql'), search }, rate: told('core') };
  }

  /** For GraphQL's `rateLimit`. */
  state(caller: Caller): Count {
    return this.#count(caller, 'graphql');
  }
}
