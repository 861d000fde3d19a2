// Pull requests as REST answers and webhooks show them.
import { diff, type FileDiff } from '../diff.ts';
import type { Fields, PullRequest, Repository, World } from '../world.ts';
import { simpleUser } from './account.ts';
import { repositoryApi, repositoryPage, repositoryShape } from './repository.ts';

export const pullApi = (world: World, pull: PullRequest): string =>
  `${repositoryApi(world, pull.repository)}/pulls/${pull.number}`;
export const pullPage = (world: World, pull: PullRequest): string =>
  `${repositoryPage(world, pull.repository)}/pull/${pull.number}`;

const diffs = new WeakMap<Repository, Map<string, Promise<FileDiff[]>>>();

/** The diff between two commits of a repository, remembered. */
export function diffOf(repository: Repository, from: string, to: string): Promise<FileDiff[]> {
  const known = diffs.get(repository) ?? new Map<string, Promise<FileDiff[]>>();
  diffs.set(repository, known);
  const key = `${from}..${to}`;
  const found = known.get(key) ?? diff(repository.git, from, to);
  known.set(key, found);
  return found;
}

const bases = new WeakMap<PullRequest, { key: string; base: Promise<string> }>();

/** Where the branch of a pull request left its base branch. */
export function mergeBaseOf(pull: PullRequest): Promise<string> {
  const key = `${pull.base.sha}...${pull.head.sha}`;
  const known = bases.get(pull);
  if (known?.key === key) return known.base;
  const base = pull.repository.git.mergeBase(pull.base.sha, pull.head.sha).then((sha) => sha ?? pull.base.sha);
  bases.set(pull, { key, base });
  return base;
}

/** What a pull request changes: from where it left the base branch to its head. */
export async function filesOf(pull: PullRequest): Promise<FileDiff[]> {
  return diffOf(pull.repository, await mergeBaseOf(pull), pull.head.sha);
}

export function association(pull: { repository: Repository }, account: { login: string; type: string }): string {
  if (account.login === pull.repository.owner.login) return 'OWNER';
  return account.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR';
}

function side(world: World, repository: Repository, ref: string, sha: string): Fields {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: simpleUser(world, repository.owner),
    repo: repositoryShape(world, repository),
  };
}

/** A pull request as lists show it. */
export function simplePull(world: World, pull: PullRequest): Fields {
  const api = pullApi(world, pull);
  const page = pullPage(world, pull);
  const repository = repositoryApi(world, pull.repository);
  const issue = `${repository}/issues/${pull.number}`;
  const statuses = `${repository}/statuses/${pull.head.sha}`;
  const links = {
    self: api,
    html: page,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${api}/comments`,
    review_comment: `${repository}/pulls/comments{/number}`,
    commits: `${api}/commits`,
    statuses,
  };
  return {
    url: api,
    id: pull.id,
    node_id: pull.nodeId,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: statuses,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: simpleUser(world, pull.author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: [],
    milestone: null,
    draft: pull.draft,
    head: side(world, pull.head.repository, pull.head.branch, pull.head.sha),
    base: side(world, pull.repository, pull.base.branch, pull.base.sha),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: association(pull, pull.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

export async function pullShape(world: World, pull: PullRequest): Promise<Fields> {
  const files = await filesOf(pull);
  const commits = await pull.repository.git.between(await mergeBaseOf(pull), pull.head.sha);
  return {
    ...simplePull(world, pull),
    merged: pull.mergedAt !== null,
    mergeable: pull.state === 'open' ? true : null,
    rebaseable: pull.state === 'open' ? true : null,
    mergeable_state: pull.state === 'open' ? (pull.draft ? 'draft' : 'clean') : 'unknown',
    merged_by: pull.mergedBy ? simpleUser(world, pull.mergedBy) : null,
    comments: pull.comments.size,
    review_comments: [...pull.threads.values()].reduce((sum, thread) => sum + thread.comments.length, 0),
    maintainer_can_modify: pull.head.repository !== pull.repository,
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}
