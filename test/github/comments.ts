// Comments in a pull request's conversation.
import { register } from './ids.ts';
import { isoDate } from './objects.ts';
import { refuseLongBody, validationFailed } from './problem.ts';
import { simpleUser } from './shapes/account.ts';
import { issueShape } from './shapes/issue.ts';
import { issueCommentShape } from './shapes/review.ts';
import type { Account, IssueComment, PullRequest, World } from './world.ts';

function refuseEmpty(body: string): void {
  refuseLongBody('IssueComment', body);
  if (body.trim() === '') throw validationFailed({ resource: 'IssueComment', code: 'missing_field', field: 'body' });
}

export async function emitIssueComment(world: World, comment: IssueComment, action: string): Promise<void> {
  const payload = {
    action,
    issue: issueShape(world, comment.pull),
    comment: issueCommentShape(world, comment),
    sender: simpleUser(world, comment.author),
  };
  await world.emit('issue_comment', comment.pull.repository, payload);
}

export function createIssueComment(world: World, pull: PullRequest, author: Account, body: string): IssueComment {
  refuseEmpty(body);
  const at = isoDate(Date.now());
  const comment = register<IssueComment>(world, 'IssueComment', 'IC', {
    pull,
    author,
    body,
    createdAt: at,
    updatedAt: at,
    minimized: null,
  });
  pull.comments.set(comment.id, comment);
  return comment;
}

export function editIssueComment(comment: IssueComment, body: string): IssueComment {
  refuseEmpty(body);
  comment.body = body;
  comment.updatedAt = isoDate(Date.now());
  return comment;
}
