// Conversations about what is fixed end, those about what is back begin again: as well as GitHub lets us.
import type { GitHub } from '../github.ts';
import type { Finding, SourceFile } from '../model.ts';
import { comment } from '../report/comment.ts';
import { fixedComment } from '../report/fixed-comment.ts';
import { type Mutation, mutate, type Outcome } from './mutate.ts';
import type { Plan } from './plan.ts';
import type { Identity, Thread } from './threads.ts';

export interface Settling {
  github: GitHub;
  head: string;
  identity: Identity;
  files: readonly SourceFile[];
}

export interface Settled {
  /** What is back and could not be said again where it was said first. */
  unsaid: Finding[];
  problems: string[];
}

/** Rejects when GitHub cannot be reached. Repeated it only finishes. */
export async function settle(settling: Settling, { close, reopen }: Pick<Plan, 'close' | 'reopen'>): Promise<Settled> {
  const { github } = settling;
  const problems = await closeAll(settling, close);
  const again = await mutate(
    github,
    reopen.map(({ thread, finding }) => reopening(settling, thread, finding)),
  );
  const unsaid = reopen.filter((_, i) => again[i] !== 'done').map(({ finding }) => finding);
  return { unsaid, problems };
}

/** Three ways, each for what the one before may not do. https://docs.github.com/graphql/reference/mutations#resolvereviewthread */
async function closeAll({ github, head, identity }: Settling, threads: readonly Thread[]): Promise<string[]> {
  const ways: readonly ((thread: Thread) => Mutation)[] = [
    ({ id }) => ({ name: 'resolveReviewThread', input: { threadId: id } }),
    (thread) => ({ name: 'minimizeComment', input: { subjectId: thread.comment, classifier: 'RESOLVED' } }),
    (thread) => edited(thread, fixedComment(thread.body, thread.fingerprint, head, identity.speaker)),
  ];
  let left = threads;
  let refused = false;
  for (const way of left.length > 0 ? ways : []) {
    const outcomes: Outcome[] = await mutate(github, left.map(way));
    left = left.filter((_, i) => outcomes[i] === 'forbidden' || outcomes[i] === 'failed');
    refused ||= outcomes.includes('forbidden');
    if (left.length === 0) break;
  }
  const problems: string[] = [];
  if (refused)
    problems.push('Conversations about what is fixed could not be resolved: GitHub asks for the permission `contents: write`.');
  if (left.length > 0) problems.push(`Conversations about what is fixed that GitHub did not let us end: ${left.length}.`);
  return problems;
}

function reopening({ files, identity }: Settling, thread: Thread, finding: Finding): Mutation {
  if (thread.state !== 'edited') return { name: 'unresolveReviewThread', input: { threadId: thread.id } };
  const { speaker } = identity;
  return edited(
    thread,
    comment({ ...finding, fingerprint: thread.fingerprint }, { files, ...(speaker !== undefined && { speaker }) }),
  );
}

const edited = ({ comment: id }: Thread, body: string): Mutation => ({
  name: 'updatePullRequestReviewComment',
  input: { pullRequestReviewCommentId: id, body },
});
