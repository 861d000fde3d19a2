// GitHub as the hands are given it: a client with a token, and what its refusals say.
import type { Octokit } from '@octokit/rest';

/** Only doors create one; `pace` (src/publish/pace.ts) is put on it there. */
export type GitHub = Pick<Octokit, 'request' | 'graphql'>;

export interface Repository {
  owner: string;
  name: string;
  /** GitHub's number for it, where the event told it. */
  id?: number;
}

/** Lines for the operator's log; fields never hold texts of files. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

interface Refusal {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  message: string;
}

/** What GitHub answered instead of a success; status 0 when no answer came at all. */
export function refusal(error: unknown): Refusal {
  const { status, response, message } = Object(error) as { status?: unknown; response?: unknown; message?: unknown };
  const answer = Object(response) as { headers?: unknown };
  return {
    status: typeof status === 'number' && answer.headers !== undefined ? status : 0,
    headers: Object(answer.headers) as Record<string, unknown>,
    message: typeof message === 'string' ? message : '',
  };
}

/** The permission that GitHub names as missing, as `pull_requests: write`; `undefined` when it names none. */
export function missingPermission(error: unknown): string | undefined {
  const named = refusal(error).headers['x-accepted-github-permissions'];
  return typeof named === 'string' && /^[\w=,; -]{1,200}$/.test(named) ? named.replaceAll('=', ': ') : undefined;
}
