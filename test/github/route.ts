// What a REST route is: the operation's id in GitHub's description, who may call it, and what answers.
import { notFound } from './problem.ts';
import type { Fields, PullRequest, Repository, World } from './world.ts';
import type { Caller } from './world-app.ts';

export interface Call {
  world: World;
  caller: Caller;
  params: Record<string, string>;
  query: Fields;
  body: Fields;
  accept: string;
}

export interface RepositoryCall extends Call {
  repository: Repository;
}

export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  /** Which page of how many this is. */
  pages?: { page: number; last: number };
}

/**
 * `needs` are the permissions as GitHub writes them in X-Accepted-GitHub-Permissions: `;` between alternatives, `,` between what is needed
 * together. Who has none of a public repository may still read it.
 */
export type Route =
  | { of: 'repository'; needs: string; appsOnly?: boolean; handle: (call: RepositoryCall) => Answer | Promise<Answer> }
  | { of: 'app' | 'token' | 'anyone'; handle: (call: Call) => Answer | Promise<Answer> };

export type Routes = Record<string, Route>;

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204, body: undefined };

const DEFAULT_PER_PAGE = 30;
const MOST_PER_PAGE = 100;

export function pageOf<T>(
  query: Fields,
  items: readonly T[],
  most = Number.POSITIVE_INFINITY,
): { items: T[]; pages: { page: number; last: number } } {
  const asked = typeof query.per_page === 'number' ? query.per_page : DEFAULT_PER_PAGE;
  const perPage = asked < 1 ? DEFAULT_PER_PAGE : Math.min(asked, MOST_PER_PAGE);
  const page = typeof query.page === 'number' && query.page > 0 ? query.page : 1;
  const listed = items.slice(0, most);
  return {
    items: listed.slice((page - 1) * perPage, page * perPage),
    pages: { page, last: Math.max(1, Math.ceil(listed.length / perPage)) },
  };
}

/** One page of a list. */
export function list<T>(call: Call, items: readonly T[], shape: (item: T) => Fields, most?: number): Answer {
  const { items: shown, pages } = pageOf(call.query, items, most);
  return { status: 200, body: shown.map(shape), pages };
}

/** One page of a list that is told with its total. */
export function counted<T>(call: Call, name: string, items: readonly T[], shape: (item: T) => Fields): Answer {
  const { items: shown, pages } = pageOf(call.query, items);
  return { status: 200, body: { total_count: items.length, [name]: shown.map(shape) }, pages };
}

export function number(call: Call, name: string): number {
  return Number(call.params[name]);
}

export function pullOf(call: RepositoryCall, name = 'pull_number'): PullRequest {
  const pull = call.repository.pulls.get(number(call, name));
  if (!pull) throw notFound();
  return pull;
}

/** The commit that a parameter names; 404 where there is none. */
export async function commitOf(repository: Repository, name: string): Promise<string> {
  const sha = await repository.git.commitOf(name);
  if (!sha) throw notFound();
  return sha;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
