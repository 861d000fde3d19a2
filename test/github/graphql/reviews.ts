// Reviews, threads and comments as GraphQL objects.
import { may } from '../callers.ts';
import { readCommit } from '../objects.ts';
import { association, pullPage } from '../shapes/pull.ts';
import type { Account, Fields, IssueComment, Minimized, PullRequest, Review, ReviewComment, Thread } from '../world.ts';
import { actorObject } from './actors.ts';
import { connection } from './connection.ts';
import type { Session } from './execute.ts';
import { commitObject } from './git-objects.ts';
import { pullObject } from './pull-request.ts';
import { repositoryObject } from './repository.ts';

interface Said {
  id: number;
  nodeId: string;
  author: Account;
  body: string;
  createdAt: string;
  updatedAt: string;
  minimized: Minimized;
}

function said(
  session: Session,
  pull: PullRequest,
  { id, nodeId, author, body, createdAt, updatedAt, minimized }: Said,
  anchor: string,
): Fields {
  const mine = session.caller.account === author;
  const url = `${pullPage(session.world, pull)}#${anchor}${id}`;
  return {
    id: nodeId,
    databaseId: id,
    fullDatabaseId: String(id),
    author: actorObject(session, author),
    authorAssociation: association(pull, author),
    body,
    bodyText: body,
    createdAt,
    updatedAt,
    lastEditedAt: updatedAt === createdAt ? null : updatedAt,
    isMinimized: minimized !== null,
    minimizedReason: minimized === null ? null : minimized.toLowerCase().replace('_', '-'),
    viewerDidAuthor: mine,
    viewerCanUpdate: mine,
    viewerCanDelete: mine,
    viewerCanMinimize: may(session.caller, pull.repository, 'pull_requests=write'),
    url,
    resourcePath: new URL(url).pathname,
    pullRequest: () => pullObject(session, pull),
    repository: () => repositoryObject(session, pull.repository),
  };
}

async function commitAt(session: Session, pull: PullRequest, sha: string): Promise<Fields | null> {
  const commit = await readCommit(pull.repository.git, sha);
  return commit ? commitObject(session, pull.repository, commit) : null;
}

export function issueCommentObject(session: Session, comment: IssueComment): Fields {
  return { __typename: 'IssueComment', ...said(session, comment.pull, comment, 'issuecomment-') };
}

export function reviewObject(session: Session, review: Review): Fields {
  return {
    __typename: 'PullRequestReview',
    ...said(session, review.pull, review, 'pullrequestreview-'),
    state: review.state,
    submittedAt: review.submittedAt,
    commit: () => commitAt(session, review.pull, review.commit),
    comments: (args: Fields) => {
      const all = [...review.pull.threads.values()]
        .flatMap((thread) => thread.comments)
        .filter((comment) => comment.review === review);
      return connection('comments', args, all, (comment) => reviewCommentObject(session, comment));
    },
  };
}

/** The lines that a thread and each of its comments tell. */
function lines(thread: Thread): Fields {
  return {
    path: thread.path,
    line: thread.current?.line ?? null,
    startLine: thread.current?.startLine ?? null,
    originalLine: thread.original.line,
    originalStartLine: thread.original.startLine,
    subjectType: thread.subject.toUpperCase(),
  };
}

export function reviewCommentObject(session: Session, comment: ReviewComment): Fields {
  const { thread, review } = comment;
  const [first] = thread.comments;
  return {
    __typename: 'PullRequestReviewComment',
    ...said(session, thread.pull, comment, 'discussion_r'),
    ...lines(thread),
    diffHunk: thread.diffHunk,
    outdated: thread.current === null,
    state: review.state === 'PENDING' ? 'PENDING' : 'SUBMITTED',
    position: thread.current?.position ?? null,
    originalPosition: thread.original.position ?? 1,
    commit: () => commitAt(session, thread.pull, thread.current ? thread.pull.head.sha : thread.originalCommit),
    originalCommit: () => commitAt(session, thread.pull, thread.originalCommit),
    replyTo: () => (first && first !== comment ? reviewCommentObject(session, first) : null),
    pullRequestReview: () => reviewObject(session, review),
    publishedAt: review.submittedAt,
  };
}

export function threadObject(session: Session, thread: Thread): Fields {
  const { pull } = thread;
  const resolved = thread.resolvedBy !== null;
  const allowed = may(session.caller, pull.repository, 'contents=write');
  return {
    __typename: 'PullRequestReviewThread',
    id: thread.nodeId,
    ...lines(thread),
    diffSide: thread.original.side,
    startDiffSide: thread.original.startSide,
    isResolved: resolved,
    isOutdated: thread.current === null,
    isCollapsed: resolved || thread.current === null,
    resolvedBy: thread.resolvedBy
      ? { ...actorObject(session, thread.resolvedBy), __typename: 'User', login: thread.resolvedBy.login.replace('[bot]', '') }
      : null,
    viewerCanResolve: allowed && !resolved,
    viewerCanUnresolve: allowed && resolved,
    viewerCanReply: may(session.caller, pull.repository, 'pull_requests=write'),
    comments: (args: Fields) => connection('comments', args, thread.comments, (comment) => reviewCommentObject(session, comment)),
    pullRequest: () => pullObject(session, pull),
    repository: () => repositoryObject(session, pull.repository),
  };
}
