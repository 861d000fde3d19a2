// REST routes of reviews and review comments.
import { writer } from '../callers.ts';
import { forbidden, notFound } from '../problem.ts';
import { createComment, createReview, deleteComment, editComment, reply, submitReview } from '../reviews.ts';
import { created, list, noContent, number, ok, pullOf, type RepositoryCall, type Routes } from '../route.ts';
import { reviewCommentShape, reviewShape } from '../shapes/review.ts';
import type { PullRequest, Repository, Review, ReviewComment } from '../world.ts';

/** What others see: nothing of pending reviews. */
function commentsOf(pull: PullRequest): ReviewComment[] {
  const all = [...pull.threads.values()].flatMap((thread) => thread.comments);
  return all.filter((comment) => comment.review.state !== 'PENDING').sort((one, other) => one.id - other.id);
}

function commentIn(repository: Repository, id: number): ReviewComment {
  for (const pull of repository.pulls.values())
    for (const thread of pull.threads.values()) for (const comment of thread.comments) if (comment.id === id) return comment;
  throw notFound();
}

/** A caller's own comment; people with write access may change anyone's. */
function ownComment(call: RepositoryCall): ReviewComment {
  const comment = commentIn(call.repository, number(call, 'comment_id'));
  if (call.caller.kind !== 'user' && comment.author !== writer(call.caller)) throw forbidden('pull_requests=write');
  return comment;
}

function reviewIn(call: RepositoryCall): Review {
  const review = pullOf(call).reviews.get(number(call, 'review_id'));
  if (!review) throw notFound();
  return review;
}

function newestFirst(call: RepositoryCall, comments: ReviewComment[]): ReviewComment[] {
  return call.query.direction === 'desc' ? comments.toReversed() : comments;
}

export const reviewRoutes: Routes = {
  'pulls/list-reviews': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: (call) => {
      const all = [...pullOf(call).reviews.values()];
      const me = call.caller.kind === 'anonymous' || call.caller.kind === 'app' ? null : call.caller.account;
      return list(
        call,
        all.filter((review) => review.state !== 'PENDING' || review.author === me),
        (review) => reviewShape(call.world, review),
      );
    },
  },
  'pulls/get-review': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: (call) => ok(reviewShape(call.world, reviewIn(call))),
  },
  'pulls/create-review': {
    of: 'repository',
    needs: 'pull_requests=write',
    handle: async (call) =>
      ok(reviewShape(call.world, await createReview(call.world, pullOf(call), writer(call.caller), call.body))),
  },
  'pulls/submit-review': {
    of: 'repository',
    needs: 'pull_requests=write',
    handle: async (call) => ok(reviewShape(call.world, await submitReview(call.world, reviewIn(call), call.body))),
  },
  'pulls/update-review': {
    of: 'repository',
    needs: 'pull_requests=write',
    handle: (call) => {
      const review = reviewIn(call);
      if (review.author !== writer(call.caller)) throw forbidden('pull_requests=write');
      review.body = String(call.body.body);
      return ok(reviewShape(call.world, review));
    },
  },
  'pulls/list-comments-for-review': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: (call) => {
      const review = reviewIn(call);
      const all = [...review.pull.threads.values()]
        .flatMap((thread) => thread.comments)
        .filter((comment) => comment.review === review);
      return list(call, all, (comment) => reviewCommentShape(call.world, comment));
    },
  },
  'pulls/list-review-comments': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: (call) =>
      list(call, newestFirst(call, commentsOf(pullOf(call))), (comment) => reviewCommentShape(call.world, comment)),
  },
  'pulls/create-review-comment': {
    of: 'repository',
    needs: 'pull_requests=write',
    handle: async (call) =>
      created(reviewCommentShape(call.world, await createComment(call.world, pullOf(call), writer(call.caller), call.body))),
  },
  'pulls/create-reply-for-review-comment': {
    of: 'repository',
    needs: 'pull_requests=write',
    handle: (call) => {
      const comment = commentIn(call.repository, number(call, 'comment_id'));
      return created(
        reviewCommentShape(call.world, reply(call.world, pullOf(call), writer(call.caller), comment.id, String(call.body.body))),
      );
    },
  },
  'pulls/get-review-comment': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: (call) => ok(reviewCommentShape(call.world, commentIn(call.repository, number(call, 'comment_id')))),
  },
  'pulls/update-review-comment': {
    of: 'repository',
    needs: 'pull_requests=write',
    handle: (call) => ok(reviewCommentShape(call.world, editComment(ownComment(call), String(call.body.body)))),
  },
  'pulls/delete-review-comment': {
    of: 'repository',
    needs: 'pull_requests=write',
    handle: (call) => {
      deleteComment(call.world, ownComment(call));
      return noContent;
    },
  },
};
