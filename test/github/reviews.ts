// Makes reviews, threads and comments: a review is taken whole or refused whole.
import { type Anchored, anchorIn } from './anchors.ts';
import { register } from './ids.ts';
import { isoDate } from './objects.ts';
import { refuseLongBody, unprocessable, validationFailed } from './problem.ts';
import { simpleUser } from './shapes/account.ts';
import { diffOf, filesOf, mergeBaseOf, simplePull } from './shapes/pull.ts';
import { reviewCommentShape, reviewShape } from './shapes/review.ts';
import type { Account, Fields, PullRequest, Review, ReviewComment, Thread, World } from './world.ts';

const STATE = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

async function emitComment(world: World, comment: ReviewComment, action: string): Promise<void> {
  const { pull } = comment.thread;
  const payload = {
    action,
    comment: reviewCommentShape(world, comment),
    pull_request: simplePull(world, pull),
    sender: simpleUser(world, comment.author),
  };
  await world.emit('pull_request_review_comment', pull.repository, payload);
}

/** The diff that a comment's lines are looked up in: up to the commit it is made on. */
async function filesAt(pull: PullRequest, commit: string): Promise<Awaited<ReturnType<typeof filesOf>>> {
  return commit === pull.head.sha ? filesOf(pull) : diffOf(pull.repository, await mergeBaseOf(pull), commit);
}

/** The commit a review or comment is for; one that is no part of the pull request is refused. */
export async function reviewedCommit(pull: PullRequest, wish: unknown): Promise<string> {
  if (typeof wish !== 'string') return pull.head.sha;
  const commits = await pull.repository.git.between(await mergeBaseOf(pull), pull.head.sha);
  if (!commits.includes(wish)) throw unprocessable('Commit is not part of the pull request');
  return wish;
}

function addReview(
  world: World,
  pull: PullRequest,
  author: Account,
  state: Review['state'],
  body: string,
  commit: string,
): Review {
  const at = isoDate(Date.now());
  const submittedAt = state === 'PENDING' ? null : at;
  const made = { pull, author, body, state, commit, submittedAt, createdAt: at, updatedAt: at, minimized: null };
  const review = register<Review>(world, 'PullRequestReview', 'PRR', made);
  pull.reviews.set(review.id, review);
  return review;
}

function addComment(world: World, thread: Thread, review: Review, body: string): ReviewComment {
  const at = isoDate(Date.now());
  const made = { thread, review, author: review.author, body, createdAt: at, updatedAt: at, minimized: null };
  const comment = register<ReviewComment>(world, 'PullRequestReviewComment', 'PRRC', made);
  thread.comments.push(comment);
  if (review.state !== 'PENDING') world.later(emitComment(world, comment, 'created'));
  return comment;
}

function addThread(world: World, review: Review, path: string, anchored: Anchored | null): Thread {
  const { pull } = review;
  const original = anchored?.anchor ?? { startLine: null, startSide: null, line: null, side: 'RIGHT' as const, position: null };
  const made: Omit<Thread, 'id' | 'nodeId'> = {
    pull,
    path,
    subject: anchored ? 'line' : 'file',
    original,
    originalCommit: review.commit,
    current: review.commit === pull.head.sha ? original : null,
    diffHunk: anchored?.diffHunk ?? '',
    comments: [],
    resolvedBy: null,
  };
  const thread = register<Thread>(world, 'PullRequestReviewThread', 'PRRT', made);
  pull.threads.set(thread.id, thread);
  return thread;
}

/** `POST …/reviews`: all comments or, when one of them is wrong, nothing. */
export async function createReview(world: World, pull: PullRequest, author: Account, wish: Fields): Promise<Review> {
  const body = typeof wish.body === 'string' ? wish.body : '';
  const event = wish.event as keyof typeof STATE | undefined;
  const comments = (wish.comments ?? []) as Fields[];
  refuseLongBody('PullRequestReview', body);
  if ((event === 'COMMENT' && body === '' && comments.length === 0) || (event === 'REQUEST_CHANGES' && body === ''))
    throw unprocessable(`Body can't be blank when the event is ${event}`);
  if (event !== 'COMMENT' && event !== undefined && author === pull.author)
    throw unprocessable(`Can not ${event === 'APPROVE' ? 'approve' : 'request changes on'} your own pull request`);
  const pending = [...pull.reviews.values()].find((review) => review.state === 'PENDING' && review.author === author);
  if (pending) throw unprocessable('User can only have one pending review per pull request');
  const commit = await reviewedCommit(pull, wish.commit_id);
  const files = await filesAt(pull, commit);
  const anchored = comments.map((comment) => {
    refuseLongBody('PullRequestReviewComment', String(comment.body));
    if (String(comment.body).trim() === '') throw unprocessable("Body can't be blank");
    const file = files.find(({ path }) => path === comment.path);
    return { path: String(comment.path), body: String(comment.body), ...anchorIn(file, comment) };
  });
  const review = addReview(world, pull, author, event ? STATE[event] : 'PENDING', body, commit);
  for (const { path, body: text, ...where } of anchored) addComment(world, addThread(world, review, path, where), review, text);
  if (event) await submitted(world, review);
  return review;
}

/** GraphQL's way: a thread in a pending review, which it makes if need be. Lines outside the diff are taken silently, and shown nowhere. */
export async function startThread(
  world: World,
  pull: PullRequest,
  given: Review | null,
  author: Account,
  wish: Fields,
): Promise<Thread> {
  refuseLongBody('PullRequestReviewThread', String(wish.body));
  if (given && given.state !== 'PENDING') throw unprocessable('The review was submitted already');
  const file = (await filesOf(pull)).find(({ path }) => path === wish.path);
  if (!file) throw unprocessable('Path could not be resolved');
  const pending = given ?? [...pull.reviews.values()].find((review) => review.state === 'PENDING' && review.author === author);
  const review = pending ?? addReview(world, pull, author, 'PENDING', '', pull.head.sha);
  const anchored = (): Anchored | null => {
    if (wish.subjectType === 'FILE') return null;
    const { line, side, startLine, startSide } = wish;
    try {
      return anchorIn(file, { line, side, start_line: startLine, start_side: startSide });
    } catch {
      return {
        anchor: {
          startLine: null,
          startSide: null,
          line: Number(line),
          side: side === 'LEFT' ? 'LEFT' : 'RIGHT',
          position: null,
        },
        diffHunk: '',
      };
    }
  };
  const thread = addThread(world, review, file.path, anchored());
  addComment(world, thread, review, String(wish.body));
  return thread;
}

async function submitted(world: World, review: Review): Promise<void> {
  const payload = {
    action: 'submitted',
    review: { ...reviewShape(world, review), state: review.state.toLowerCase() },
    pull_request: simplePull(world, review.pull),
  };
  world.later(world.emit('pull_request_review', review.pull.repository, payload));
}

/** `POST …/reviews/{id}/events`: makes a pending review visible. */
export async function submitReview(world: World, review: Review, wish: Fields): Promise<Review> {
  const event = wish.event as keyof typeof STATE;
  if (review.state !== 'PENDING') throw unprocessable('Can not submit a review that was submitted');
  if (typeof wish.body === 'string') review.body = wish.body;
  review.state = STATE[event];
  review.submittedAt = isoDate(Date.now());
  await submitted(world, review);
  return review;
}

/** `POST …/comments`: one comment, on lines or (`subject_type: file`) on a whole file, in a review of its own. */
export async function createComment(world: World, pull: PullRequest, author: Account, wish: Fields): Promise<ReviewComment> {
  refuseLongBody('PullRequestReviewComment', String(wish.body));
  if (String(wish.body).trim() === '')
    throw validationFailed({ resource: 'PullRequestReviewComment', code: 'missing_field', field: 'body' });
  if (typeof wish.in_reply_to === 'number') return reply(world, pull, author, wish.in_reply_to, String(wish.body));
  const commit = await reviewedCommit(pull, wish.commit_id);
  const file = (await filesAt(pull, commit)).find(({ path }) => path === wish.path);
  if (!file) throw unprocessable('Path could not be resolved');
  const anchored = wish.subject_type === 'file' ? null : anchorIn(file, wish);
  const review = addReview(world, pull, author, 'COMMENTED', '', commit);
  return addComment(world, addThread(world, review, file.path, anchored), review, String(wish.body));
}

/** Answers the thread that a comment began. */
export function reply(world: World, pull: PullRequest, author: Account, to: number, body: string): ReviewComment {
  refuseLongBody('PullRequestReviewComment', body);
  const thread = [...pull.threads.values()].find(({ comments }) => comments.some(({ id }) => id === to));
  if (!thread) throw validationFailed({ resource: 'PullRequestReviewComment', code: 'invalid', field: 'in_reply_to' });
  const review = addReview(world, pull, author, 'COMMENTED', '', pull.head.sha);
  return addComment(world, thread, review, body);
}

export function editComment(comment: ReviewComment, body: string): ReviewComment {
  refuseLongBody('PullRequestReviewComment', body);
  comment.body = body;
  comment.updatedAt = isoDate(Date.now());
  return comment;
}

/** Deletes a comment; the thread goes with its last one. */
export function deleteComment(world: World, comment: ReviewComment): void {
  const { thread } = comment;
  thread.comments.splice(thread.comments.indexOf(comment), 1);
  world.nodes.delete(comment.nodeId);
  if (thread.comments.length > 0) return;
  thread.pull.threads.delete(thread.id);
  world.nodes.delete(thread.nodeId);
}
