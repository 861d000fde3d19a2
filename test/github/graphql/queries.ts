// The roots of GraphQL queries.
import { sees } from '../callers.ts';
import { isoDate } from '../objects.ts';
import type { Account, Fields, IssueComment, PullRequest, Repository, Review, ReviewComment, Thread } from '../world.ts';
import { actorObject } from './actors.ts';
import type { Session } from './execute.ts';
import { pullObject } from './pull-request.ts';
import { refusal } from './refusals.ts';
import { repositoryObject } from './repository.ts';
import { issueCommentObject, reviewCommentObject, reviewObject, threadObject } from './reviews.ts';

type Seen = { repository: Repository | null; object: (session: Session) => Fields };

function seenAs(type: string, value: unknown): Seen | null {
  switch (type) {
    case 'Repository':
      return { repository: value as Repository, object: (session) => repositoryObject(session, value as Repository) };
    case 'PullRequest':
      return { repository: (value as PullRequest).repository, object: (session) => pullObject(session, value as PullRequest) };
    case 'PullRequestReview':
      return { repository: (value as Review).pull.repository, object: (session) => reviewObject(session, value as Review) };
    case 'PullRequestReviewThread':
      return { repository: (value as Thread).pull.repository, object: (session) => threadObject(session, value as Thread) };
    case 'PullRequestReviewComment':
      return {
        repository: (value as ReviewComment).thread.pull.repository,
        object: (session) => reviewCommentObject(session, value as ReviewComment),
      };
    case 'IssueComment':
      return {
        repository: (value as IssueComment).pull.repository,
        object: (session) => issueCommentObject(session, value as IssueComment),
      };
    case 'User':
    case 'Organization':
    case 'Bot':
      return { repository: null, object: (session) => actorObject(session, value as Account) };
    default:
      return null;
  }
}

/** What has a node id, as the caller sees it. */
export function nodeObject(session: Session, id: unknown): Fields {
  const known = session.world.nodes.get(String(id));
  const seen = known && seenAs(known.type, known.value);
  if (!seen || (seen.repository && !sees(session.caller, seen.repository)))
    throw refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${String(id)}'`);
  return seen.object(session);
}

export function queries(session: Session): Fields {
  const { world, caller, limits } = session;
  return {
    repository: ({ owner, name }: Fields) => {
      const repository = world.repositories.get(`${String(owner)}/${String(name)}`.toLowerCase());
      if (!repository || !sees(caller, repository))
        throw refusal('NOT_FOUND', `Could not resolve to a Repository with the name '${String(owner)}/${String(name)}'.`);
      return repositoryObject(session, repository);
    },
    node: ({ id }: Fields) => nodeObject(session, id),
    nodes: ({ ids }: Fields) => (ids as unknown[]).map(async (id) => nodeObject(session, id)),
    viewer: () => ({ ...actorObject(session, caller.account), __typename: 'User', login: caller.account.login }),
    rateLimit: () => {
      const { limit, used, reset } = limits.state(caller);
      return { cost: 1, limit, used, remaining: limit - used, nodeCount: 0, resetAt: isoDate(reset * 1000) };
    },
  };
}
