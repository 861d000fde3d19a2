// Which threads of a pull request are ours, and how they stand: begun by our account and marked by us. One of the two alone proves nothing.
import { type PullNode, queryThreads, type ThreadNode } from '../change/pull-request-query.ts';
import type { GitHub, Repository } from '../github.ts';
import type { LineSpan } from '../model.ts';
import { fixedMark, markIn } from '../report/marker.ts';

export interface Identity {
  /** `name[bot]` for Apps and workflows. */
  login: string;
  /** Keeps apart those who post through one account: `name` or `name.part`. Parts of one name say nothing twice, and each ends its own. */
  speaker?: string;
}

/** One conversation that we began, or another part of our name. */
export interface Thread {
  /** Node ids of the thread and of its first comment, which is ours. */
  id: string;
  comment: string;
  body: string;
  path: string;
  fingerprint: string;
  /** We began it ourselves. */
  own: boolean;
  /** Where it stands at the head; `null`: its lines were changed. */
  lines: LineSpan | null;
  /**
   * `resolved`: by a person. `closed`: resolved by us. `edited`: our comment says that it is fixed. `hidden`: minimised,
   * by us or by a person.
   */
  state: 'open' | 'resolved' | 'closed' | 'edited' | 'hidden';
  /** A person has answered. */
  answered: boolean;
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
    if (!hasNextPage || endCursor === null) return nodes.flatMap((node) => ownThread(node, identity) ?? []);
    page = await queryThreads(github, repository, number, endCursor);
  }
  return null;
}

function ownThread(node: ThreadNode | null, { login, speaker = '' }: Identity): Thread | null {
  const [first, ...answers] = node?.comments.nodes ?? [];
  if (!node || !first || !isAuthor(first.author, login)) return null;
  const mark = markIn(first.body);
  if (mark === null || nameOf(mark.speaker) !== nameOf(speaker)) return null;
  const fixed = fixedMark(mark.what);
  const more = node.comments.totalCount > 1 + answers.length;
  return {
    id: node.id,
    comment: first.id,
    body: first.body,
    path: node.path,
    fingerprint: fixed ?? mark.what,
    own: mark.speaker === speaker,
    lines: node.line === null ? null : { from: node.startLine ?? node.line, to: node.line },
    state: node.isResolved
      ? isResolver(node.resolvedBy, login)
        ? 'closed'
        : 'resolved'
      : first.isMinimized
        ? 'hidden'
        : fixed === null
          ? 'open'
          : 'edited',
    answered: more || answers.some((one) => one?.author?.__typename !== 'Bot'),
  };
}

const nameOf = (speaker: string): string => speaker.split('.', 1)[0] ?? '';

/** GraphQL names a bot without the `[bot]` of REST; nobody else can have a login with brackets. */
export function isAuthor(author: { __typename?: string; login: string } | null, login: string): boolean {
  if (!author) return false;
  return author.login === login || (author.__typename === 'Bot' && `${author.login}[bot]` === login);
}

/** GraphQL tells everybody who resolves as a `User`, Apps by their plain names, which no person can have beside them. */
const isResolver = (by: { login: string } | null, login: string): boolean =>
  by !== null && (by.login === login || `${by.login}[bot]` === login);
