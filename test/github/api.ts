// Answers one REST request: who calls, may they, is it well-formed, what is the answer, and is that well-formed.
import type { Callers } from './callers.ts';
import { may, sees } from './callers.ts';
import { forbidden, invalidRequest, notFound, Problem, refused } from './problem.ts';
import type { Answer, Call } from './route.ts';
import type { Router } from './router.ts';
import { answerFaults, bodyFaults, readQuery } from './validate.ts';
import type { Fields, World } from './world.ts';
import type { Caller } from './world-app.ts';

export interface Request {
  method: string;
  path: string;
  search: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  caller: Caller;
}

export interface Api {
  world: World;
  callers: Callers;
  router: Router;
  defects: string[];
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refused(400, 'Problems parsing JSON');
  }
}

function refuseWrongCaller(of: 'app' | 'token' | 'anyone', caller: Caller): void {
  if (of === 'app' && caller.kind !== 'app') throw refused(401, 'A JSON web token could not be decoded');
  if (of === 'token' && (caller.kind === 'anonymous' || caller.kind === 'app')) throw refused(401, 'Requires authentication');
}

/** The operation's id, and its answer; what this fake itself does wrong goes to `defects`. */
export async function answerRest(api: Api, request: Request, named: (operation: string) => void): Promise<Answer> {
  const { world, defects } = api;
  const { caller, method, path } = request;
  const found = api.router.find(method, path);
  if (found.kind === 'unknown') throw notFound();
  named(found.operation.id);
  if (found.kind === 'not modelled') {
    defects.push(`${method} ${path}: the fake does not model ${found.operation.id}`);
    throw new Problem(501, { message: `The fake GitHub does not model ${found.operation.id}` });
  }
  const { operation, route, params } = found;
  const base = { world, caller, params, accept: String(request.headers.accept ?? ''), query: {}, body: {} };
  const checked = (): Call => {
    const { query, faults } = readQuery(operation, request.search);
    const body = parseBody(request.text);
    const wrong = [...faults, ...bodyFaults(operation, body)];
    if (wrong.length > 0) throw invalidRequest(wrong);
    return { ...base, query, body: (body ?? {}) as Fields };
  };
  const answer = await (async (): Promise<Answer> => {
    if (route.of !== 'repository') {
      refuseWrongCaller(route.of, caller);
      return route.handle(checked());
    }
    const repository = world.repositories.get(`${params.owner}/${params.repo}`.toLowerCase());
    if (caller.kind === 'app') throw refused(401, 'Bad credentials');
    if (!repository || !sees(caller, repository)) throw notFound();
    if (caller.kind === 'anonymous' && method !== 'GET') throw refused(401, 'Requires authentication');
    if (route.appsOnly && caller.kind === 'user') throw refused(403, 'You must authenticate via a GitHub App.');
    if (!may(caller, repository, route.needs)) throw forbidden(route.needs);
    if (repository.archived && method !== 'GET') throw refused(403, 'Repository was archived so is read-only.');
    return route.handle({ ...checked(), repository });
  })();
  if (!Buffer.isBuffer(answer.body)) defects.push(...answerFaults(operation, answer.status, answer.body));
  return answer;
}

/** The Link header of a page, with the URL that was asked for. */
export function linkHeader(url: string, pages: Answer['pages']): Record<string, string> {
  if (!pages || pages.last <= 1) return {};
  const link = (page: number, rel: string): string => {
    const to = new URL(url);
    to.searchParams.set('page', String(page));
    return `<${to.href}>; rel="${rel}"`;
  };
  const { page, last } = pages;
  const before = page > 1 ? [link(page - 1, 'prev')] : [];
  const after = page < last ? [link(page + 1, 'next'), link(last, 'last')] : [];
  return { link: [...before, ...after, ...(page > 1 ? [link(1, 'first')] : [])].join(', ') };
}
