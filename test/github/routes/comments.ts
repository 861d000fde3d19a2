// REST routes of comments in a pull request's conversation.
import { writer } from '../callers.ts';
import { createIssueComment, editIssueComment, emitIssueComment } from '../comments.ts';
import { forbidden, notFound } from '../problem.ts';
import { created, list, noContent, number, ok, pullOf, type RepositoryCall, type Routes } from '../route.ts';
import { issueCommentShape } from '../shapes/review.ts';
import type { IssueComment } from '../world.ts';

const READ = 'issues=read; pull_requests=read';
const WRITE = 'issues=write; pull_requests=write';

function commentOf(call: RepositoryCall): IssueComment {
  for (const pull of call.repository.pulls.values()) {
    const comment = pull.comments.get(number(call, 'comment_id'));
    if (comment) return comment;
  }
  throw notFound();
}

function ownComment(call: RepositoryCall): IssueComment {
  const comment = commentOf(call);
  if (call.caller.kind !== 'user' && comment.author !== writer(call.caller)) throw forbidden(WRITE);
  return comment;
}

export const commentRoutes: Routes = {
  'issues/list-comments': {
    of: 'repository',
    needs: READ,
    handle: (call) =>
      list(call, [...pullOf(call, 'issue_number').comments.values()], (comment) => issueCommentShape(call.world, comment)),
  },
  'issues/get-comment': { of: 'repository', needs: READ, handle: (call) => ok(issueCommentShape(call.world, commentOf(call))) },
  'issues/create-comment': {
    of: 'repository',
    needs: WRITE,
    handle: (call) => {
      const comment = createIssueComment(call.world, pullOf(call, 'issue_number'), writer(call.caller), String(call.body.body));
      call.world.later(emitIssueComment(call.world, comment, 'created'));
      return created(issueCommentShape(call.world, comment));
    },
  },
  'issues/update-comment': {
    of: 'repository',
    needs: WRITE,
    handle: (call) => ok(issueCommentShape(call.world, editIssueComment(ownComment(call), String(call.body.body)))),
  },
  'issues/delete-comment': {
    of: 'repository',
    needs: WRITE,
    handle: (call) => {
      const comment = ownComment(call);
      comment.pull.comments.delete(comment.id);
      call.world.nodes.delete(comment.nodeId);
      return noContent;
    },
  },
};
