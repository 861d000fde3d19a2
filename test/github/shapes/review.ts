// Reviews and comments as REST answers show them.
import type { Fields, IssueComment, Review, ReviewComment, World } from '../world.ts';
import { simpleUser } from './account.ts';
import { association, pullApi, pullPage } from './pull.ts';
import { repositoryApi } from './repository.ts';

export function reviewShape(world: World, review: Review): Fields {
  const page = `${pullPage(world, review.pull)}#pullrequestreview-${review.id}`;
  const api = pullApi(world, review.pull);
  return {
    id: review.id,
    node_id: review.nodeId,
    user: simpleUser(world, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: api,
    author_association: association(review.pull, review.author),
    _links: { html: { href: page }, pull_request: { href: api } },
    ...(review.submittedAt === null ? {} : { submitted_at: review.submittedAt }),
    commit_id: review.commit,
  };
}

const reactions = (url: string): Fields => ({
  url: `${url}/reactions`,
  total_count: 0,
  '+1': 0,
  '-1': 0,
  laugh: 0,
  hooray: 0,
  confused: 0,
  heart: 0,
  rocket: 0,
  eyes: 0,
});

export function reviewCommentShape(world: World, comment: ReviewComment): Fields {
  const { thread } = comment;
  const { pull, original } = thread;
  const url = `${repositoryApi(world, pull.repository)}/pulls/comments/${comment.id}`;
  const page = `${pullPage(world, pull)}#discussion_r${comment.id}`;
  const first = thread.comments[0];
  const anchor = thread.current ?? {
    startLine: null,
    startSide: original.startSide,
    line: null,
    side: original.side,
    position: null,
  };
  const lines =
    thread.subject === 'file'
      ? { line: null, original_line: null, position: 1, original_position: 1 }
      : { line: anchor.line, original_line: original.line, position: anchor.position, original_position: original.position ?? 1 };
  return {
    url,
    pull_request_review_id: comment.review.id,
    id: comment.id,
    node_id: comment.nodeId,
    diff_hunk: thread.diffHunk,
    path: thread.path,
    commit_id: thread.current ? pull.head.sha : thread.originalCommit,
    original_commit_id: thread.originalCommit,
    user: simpleUser(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: page,
    pull_request_url: pullApi(world, pull),
    author_association: association(pull, comment.author),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullApi(world, pull) } },
    reactions: reactions(url),
    start_line: anchor.startLine,
    original_start_line: original.startLine,
    start_side: anchor.startSide,
    side: anchor.side,
    ...lines,
    ...(first && first !== comment ? { in_reply_to_id: first.id } : {}),
    subject_type: thread.subject,
  };
}

export function issueCommentShape(world: World, comment: IssueComment): Fields {
  const repository = repositoryApi(world, comment.pull.repository);
  const url = `${repository}/issues/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: comment.nodeId,
    url,
    html_url: `${pullPage(world, comment.pull)}#issuecomment-${comment.id}`,
    body: comment.body,
    user: simpleUser(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    issue_url: `${repository}/issues/${comment.pull.number}`,
    author_association: association(comment.pull, comment.author),
    reactions: reactions(url),
    performed_via_github_app: null,
  };
}
