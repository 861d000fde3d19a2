// Which threads of a pull request are ours: begun by our account and marked by us. One of the two alone proves nothing.
import { type PullNode, queryThreads, type ThreadNode } from '../change/pull-request-query.ts';
import type { GitHub, Repository } from '../github.ts';
import { markedAs } from '../report/marker.ts';
import type { Thread } from './plan.ts';

export interface Identity {
  /** `name[bot]` for Apps and workflows. */
  login: string;
  /** Keeps apart those who post through one account. */
  speaker?: string;
}

/** All of ours, pages after the first included; `null` when the pull request may not be seen. Rejects as GitHub refuses. */
export async function threadsOf(
  github: GitHub,
  repository: Repository,
  number: number,
  pull: PullNode | null,
  identity: Identity,
): Promise<Thread[] | null> {
  if (!pull) return null;
  const nodes: (ThreadNode | null)[] = [];
  let page: PullNode['reviewThreads'] | null = pull.reviewThreads;
  while (page) {
    nodes.push(...(page.nodes ?? []));
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage || endCursor === null) return ownThreads(nodes, identity);
    page = await queryThreads(github, repository, number, endCursor);
  }
  return null;
}

function ownThreads(nodes: readonly (ThreadNode | null)[], { login, speaker }: Identity): Thread[] {
  return nodes.flatMap((node) => {
    const first = node?.comments.nodes?.[0];
    if (!node || !first || !isAuthor(first.author, login)) return [];
    const fingerprint = markedAs(first.body, speaker);
    return fingerprint === null ? [] : [{ path: node.path, fingerprint }];
  });
}

/** GraphQL names a bot without the `[bot]` of REST; nobody else can have a login with brackets. */
export function isAuthor(author: { __typename?: string; login: string } | null, login: string): boolean {
  if (!author) return false;
  return author.login === login || (author.__typename === 'Bot' && `${author.login}[bot]` === login);
}
