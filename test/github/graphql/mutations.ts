// The roots of GraphQL mutations.
import { writer } from '../callers.ts';
import { entryAt } from '../objects.ts';
import { branchMoved } from '../pulls.ts';
import { editComment, reply, startThread } from '../reviews.ts';
import { signatureOf, webFlow } from '../shapes/commit.ts';
import type { Fields, IssueComment, Minimized, PullRequest, Repository, Review, ReviewComment, Thread } from '../world.ts';
import { writeCommit } from '../write-commit.ts';
import type { Session } from './execute.ts';
import { objectOf } from './git-objects.ts';
import { nodeObject } from './queries.ts';
import { need, refusal, translated } from './refusals.ts';
import { refOf } from './repository.ts';
import { reviewCommentObject, threadObject } from './reviews.ts';

function nodeOf<T>(session: Session, id: unknown, ...types: string[]): T {
  const known = session.world.nodes.get(String(id));
  if (!known || !types.includes(known.type))
    throw refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${String(id)}'`);
  return known.value as T;
}

type Said = Review | ReviewComment | IssueComment;
const pullOf = (said: Said): PullRequest => ('thread' in said ? said.thread.pull : said.pull);

function minimize(session: Session, input: Fields, reason: Minimized): Fields {
  const said = nodeOf<Said>(session, input.subjectId, 'PullRequestReview', 'PullRequestReviewComment', 'IssueComment');
  need(session, pullOf(said).repository, 'pull_requests=write; issues=write');
  said.minimized = reason;
  return nodeObject(session, said.nodeId);
}

function setResolved(session: Session, input: Fields, resolved: boolean): Fields {
  const thread = nodeOf<Thread>(session, input.threadId, 'PullRequestReviewThread');
  need(session, thread.pull.repository, 'contents=write');
  thread.resolvedBy = resolved ? writer(session.caller) : null;
  return { clientMutationId: input.clientMutationId ?? null, thread: threadObject(session, thread) };
}

interface CommitInput extends Fields {
  branch: { id?: string; repositoryNameWithOwner?: string; branchName?: string };
  message: { headline: string; body?: string | null };
  expectedHeadOid: string;
  fileChanges?: { additions?: { path: string; contents: string }[]; deletions?: { path: string }[] };
}

async function createCommit(session: Session, input: CommitInput): Promise<Fields> {
  const { branch, message, expectedHeadOid, fileChanges = {} } = input;
  const fromId = branch.id ? Buffer.from(branch.id.replace(/^REF_/, ''), 'base64url').toString('utf8').split(':') : null;
  const name = (fromId?.[1] ?? branch.branchName ?? '').replace(/^refs\/heads\//, '');
  const repository = [...session.world.repositories.values()].find(
    (one) => String(one.id) === fromId?.[0] || `${one.owner.login}/${one.name}` === branch.repositoryNameWithOwner,
  );
  if (!repository) throw refusal('NOT_FOUND', 'Could not resolve to a Repository.');
  need(session, repository, 'contents=write');
  const head = await repository.git.commitOf(`refs/heads/${name}`);
  if (!head) throw refusal('NOT_FOUND', `Branch "${name}" not found`);
  if (head !== expectedHeadOid)
    throw refusal('STALE_DATA', `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`);
  const { additions = [], deletions = [] } = fileChanges;
  const paths = [...additions, ...deletions].map(({ path }) => path);
  if (paths.some((path) => path.startsWith('.github/workflows/'))) need(session, repository, 'workflows=write');
  for (const { path } of deletions)
    if (!(await entryAt(repository.git, head, path)))
      throw refusal('UNPROCESSABLE', `A path was requested for deletion which does not exist: ${path}`);
  const account = writer(session.caller);
  const sha = await writeCommit(repository.git, name, {
    parent: head,
    changes: {
      files: Object.fromEntries(additions.map(({ path, contents }) => [path, Buffer.from(contents, 'base64')])),
      delete: deletions.map(({ path }) => path),
    },
    message: message.body ? `${message.headline}\n\n${message.body}` : message.headline,
    author: signatureOf(account),
    committer: webFlow(),
  });
  await branchMoved(session.world, repository, name, head, sha, account);
  const answer: Fields = { clientMutationId: input.clientMutationId ?? null };
  return {
    ...answer,
    commit: () => objectOf(session, repository, sha),
    ref: () => refOf(session, repository as Repository, name),
  };
}

export function mutations(session: Session): Fields {
  const done = (input: Fields, name: string, value: unknown): Fields => ({
    clientMutationId: input.clientMutationId ?? null,
    [name]: value,
  });
  const by = writer(session.caller);
  return {
    resolveReviewThread: ({ input }: { input: Fields }) => setResolved(session, input, true),
    unresolveReviewThread: ({ input }: { input: Fields }) => setResolved(session, input, false),
    minimizeComment: ({ input }: { input: Fields }) =>
      done(input, 'minimizedComment', minimize(session, input, input.classifier as Minimized)),
    unminimizeComment: ({ input }: { input: Fields }) => done(input, 'unminimizedComment', minimize(session, input, null)),
    addPullRequestReviewThread: async ({ input }: { input: Fields }) => {
      const review = input.pullRequestReviewId ? nodeOf<Review>(session, input.pullRequestReviewId, 'PullRequestReview') : null;
      const pull = review?.pull ?? nodeOf<PullRequest>(session, input.pullRequestId, 'PullRequest');
      need(session, pull.repository, 'pull_requests=write');
      const thread = await translated(() => startThread(session.world, pull, review, by, input));
      return done(input, 'thread', threadObject(session, thread));
    },
    addPullRequestReviewThreadReply: async ({ input }: { input: Fields }) => {
      const thread = nodeOf<Thread>(session, input.pullRequestReviewThreadId, 'PullRequestReviewThread');
      need(session, thread.pull.repository, 'pull_requests=write');
      const comment = await translated(() =>
        reply(session.world, thread.pull, by, thread.comments[0]?.id ?? 0, String(input.body)),
      );
      return done(input, 'comment', reviewCommentObject(session, comment));
    },
    updatePullRequestReviewComment: async ({ input }: { input: Fields }) => {
      const comment = nodeOf<ReviewComment>(session, input.pullRequestReviewCommentId, 'PullRequestReviewComment');
      need(session, comment.thread.pull.repository, 'pull_requests=write');
      if (comment.author !== by && session.caller.kind !== 'user')
        throw refusal('FORBIDDEN', 'Resource not accessible by integration');
      const edited = await translated(() => editComment(comment, String(input.body)));
      return done(input, 'pullRequestReviewComment', reviewCommentObject(session, edited));
    },
    createCommitOnBranch: ({ input }: { input: CommitInput }) => createCommit(session, input),
  };
}
