// GitHub as the hands are given it: a client with a token, and what its refusals say.
import type { Octokit } from '@octokit/rest';

/** Only doors create one; `pace` (src/publish/pace.ts) is put on it there. */
export type GitHub = Pick<Octokit, 'request' | 'graphql'>;

/** The part of a client that `pace` works on. */
export type Hooks = Pick<Octokit, 'hook'>;

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
  /** HTTP's; 0 when no answer came at all, -1 when the error is not of a request. */
  status: number;
  headers: Readonly<Record<string, unknown>>;
  message: string;
}

// Types of errors in an answer of GraphQL, as the status that REST has for the same.
const GRAPHQL_STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  RATE_LIMITED: 429,
  UNPROCESSABLE: 422,
};

/** What GitHub answered instead of a success. */
export function refusal(error: unknown): Refusal {
  const { name, status, response, message, headers, errors } = Object(error) as Record<string, unknown>;
  const text = typeof message === 'string' ? message : '';
  if (name === 'GraphqlResponseError') {
    const [first] = Array.isArray(errors) ? (errors as { type?: unknown }[]) : [];
    return {
      status: GRAPHQL_STATUS[String(first?.type)] ?? 500,
      headers: Object(headers) as Record<string, unknown>,
      message: text,
    };
  }
  if (typeof status !== 'number') return { status: -1, headers: {}, message: text };
  const answered = (Object(response) as { headers?: unknown }).headers;
  return { status: answered === undefined ? 0 : status, headers: Object(answered) as Record<string, unknown>, message: text };
}

/** No answer, or one that does not say whether the write was applied. GitHub cuts requests after ten seconds with a 5xx. */
export const isUnclear = (error: unknown): boolean => refusal(error).status === 0 || refusal(error).status >= 500;

/** Whether a list goes on: GitHub says it in `Link`; where nothing is said, a full page has one behind it. */
export const hasNextPage = (headers: { link?: string | undefined }, count: number, perPage: number): boolean =>
  headers.link ? /\brel="?next\b/.test(headers.link) : count >= perPage;

/** Nothing can be written there any more, whatever the permissions are. */
export const isArchived = (error: unknown): boolean =>
  refusal(error).status === 403 && /\barchived\b/i.test(refusal(error).message);

/** Of an App that is not installed there any more, or suspended: no request can be made at all. */
export class Uninstalled extends Error {
  readonly status = 410;
  readonly response = { headers: {} };
}

/** The permission that GitHub names as missing, as `pull_requests: write`; `undefined` when it names none. */
export function missingPermission(error: unknown): string | undefined {
  const named = refusal(error).headers['x-accepted-github-permissions'];
  return typeof named === 'string' && /^[\w=,; -]{1,200}$/.test(named) ? named.replaceAll('=', ': ') : undefined;
}
