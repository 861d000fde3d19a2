// The project's own GitHub for tests and the demo: start it here, and do with it what people do on GitHub.
import type { AppOptions } from './bots.ts';
import { install } from './bots.ts';
import { emitCheckRun } from './checks.ts';
import { createIssueComment, emitIssueComment } from './comments.ts';
import { assemble, Machine } from './machine.ts';
import { mergePull, queueMerge } from './merges.ts';
import { blobAt } from './objects.ts';
import { branchMoved, createPull, emitPull } from './pulls.ts';
import { rename } from './redirects.ts';
import { type CommitWish, makeCommit, makeRepository } from './repositories.ts';
import { reply } from './reviews.ts';
import { checkSuiteShape } from './shapes/check.ts';
import { applySuggestions } from './suggestions.ts';
import type { Account, CheckRun, Fields, IssueComment, PullRequest, Repository, Review, ReviewComment, Thread } from './world.ts';
import type { Installation } from './world-app.ts';
import type { FileContent } from './write-commit.ts';

export type { Fault } from './faults.ts';
export { primaryLimit, secondaryLimit } from './faults.ts';
export type { Entry } from './ledger.ts';
export { SuggestionRefused } from './suggestions.ts';
export type { Delivery } from './webhooks.ts';
export type { CheckRun, IssueComment, PullRequest, Repository, Review, ReviewComment, Thread } from './world.ts';

export interface RepositoryOptions {
  files?: Record<string, FileContent>;
  private?: boolean;
  branch?: string;
  /** Whether the App is installed there; it is when left out. */
  installed?: boolean;
  ownerType?: Account['type'];
}

export interface PullRequestOptions {
  head: string;
  base?: string;
  title?: string;
  body?: string;
  /** The fork that the head branch is in. */
  from?: Repository;
  draft?: boolean;
  author?: string;
}

export interface PullRequestState {
  /** Of its head commit. */
  checkRuns: CheckRun[];
  reviews: Review[];
  threads: Thread[];
  comments: IssueComment[];
}

export class GitHub extends Machine {
  async createRepository(owner: string, name: string, options: RepositoryOptions = {}): Promise<Repository> {
    const { files = { 'README.md': `# ${name}\n` }, branch = 'main', installed = true, ownerType = 'Organization' } = options;
    const wish = { branch, private: options.private ?? false, parent: null, ownerType };
    const repository = await makeRepository(this.world, this.parts.folder, owner, name, wish);
    await makeCommit(this.world, repository, branch, { files, message: 'First commit' });
    if (installed) install(this.world, repository);
    return repository;
  }

  /** A person's fork, where the App is not installed. */
  async fork(parent: Repository, owner: string): Promise<Repository> {
    const wish = { branch: parent.defaultBranch, private: parent.private, parent, ownerType: 'User' as const };
    return makeRepository(this.world, this.parts.folder, owner, parent.name, wish);
  }

  /** Its old name goes on to work, by redirects; GraphQL knows only the new one. */
  rename(repository: Repository, name: string): void {
    rename(this.world, repository, name);
  }

  install(repository: Repository): Installation {
    return install(this.world, repository);
  }

  /** Commits silently; a branch that does not exist begins at the default branch. Gives the SHA. */
  async commit(repository: Repository, branch: string, wish: CommitWish): Promise<string> {
    return (await makeCommit(this.world, repository, branch, wish)).sha;
  }

  /** Commits and tells: pull requests from the branch move, `synchronize` is sent. Gives the SHA. */
  async push(repository: Repository, branch: string, wish: CommitWish): Promise<string> {
    const { before, sha } = await makeCommit(this.world, repository, branch, wish);
    await branchMoved(this.world, repository, branch, before, sha, this.account(wish.author ?? 'mona'));
    return sha;
  }

  async openPullRequest(repository: Repository, options: PullRequestOptions): Promise<PullRequest> {
    const {
      head: branch,
      base = repository.defaultBranch,
      title = `Change ${branch}`,
      body = null,
      from = repository,
      draft = false,
    } = options;
    const author = this.account(options.author ?? 'mona');
    const pull = await createPull(this.world, repository, {
      title,
      body,
      head: { repository: from, branch },
      base,
      draft,
      author,
    });
    await emitPull(this.world, pull, 'opened', author);
    return pull;
  }

  /** Sends a pull request's event as it stands, such as `edited` with its `changes`. */
  announce(pull: PullRequest, action: string, more: Fields = {}): Promise<void> {
    return emitPull(this.world, pull, action, pull.author, more);
  }

  setDraft(pull: PullRequest, draft: boolean): Promise<void> {
    pull.draft = draft;
    return this.announce(pull, draft ? 'converted_to_draft' : 'ready_for_review');
  }

  setOpen(pull: PullRequest, open: boolean): Promise<void> {
    pull.state = open ? 'open' : 'closed';
    pull.closedAt = open ? null : pull.updatedAt;
    return this.announce(pull, open ? 'reopened' : 'closed');
  }

  /** Merges; gives the merge commit's SHA, rejects on a conflict. */
  merge(pull: PullRequest, by = 'mona'): Promise<string> {
    return mergePull(this.world, pull, this.account(by));
  }

  /** Puts a pull request into the merge queue; gives the SHA that needs its checks. */
  queue(pull: PullRequest, by = 'mona'): Promise<string> {
    return queueMerge(this.world, pull, this.account(by));
  }

  /** A click on a check run's "Re-run". */
  rerequest(run: CheckRun): Promise<void> {
    return emitCheckRun(this.world, run, 'rerequested');
  }

  /** A click on one of a check run's buttons. */
  requestAction(run: CheckRun, identifier: string): Promise<void> {
    return emitCheckRun(this.world, run, 'requested_action', { requested_action: { identifier } });
  }

  /** A click on "Re-run all checks". */
  async rerequestSuite(run: CheckRun): Promise<void> {
    const suite = await checkSuiteShape(this.world, run.suite);
    await this.world.emit('check_suite', run.suite.repository, { action: 'rerequested', check_suite: suite });
  }

  stateOf(pull: PullRequest): PullRequestState {
    const checkRuns = [...pull.repository.checkRuns.values()].filter((run) => run.headSha === pull.head.sha);
    return {
      checkRuns,
      reviews: [...pull.reviews.values()],
      threads: [...pull.threads.values()],
      comments: [...pull.comments.values()],
    };
  }

  #reviewComment(id: number): ReviewComment {
    for (const repository of this.world.repositories.values())
      for (const pull of repository.pulls.values())
        for (const thread of pull.threads.values()) for (const comment of thread.comments) if (comment.id === id) return comment;
    throw new Error(`no review comment ${id}`);
  }

  /** Presses "Commit suggestion"; gives the commit's SHA, or rejects with GitHub's reason. */
  applySuggestion(commentId: number, by = 'mona'): Promise<string> {
    return this.applySuggestions([commentId], by);
  }

  /** The same for a batch, in one commit. */
  async applySuggestions(commentIds: readonly number[], by = 'mona'): Promise<string> {
    const comments = commentIds.map((id) => this.#reviewComment(id));
    const pull = comments[0]?.thread.pull;
    if (!pull) throw new Error('no suggestion given');
    return applySuggestions(this.world, pull, comments, this.account(by));
  }

  /** A person resolves a thread, given by itself or its node id. */
  resolveThread(thread: Thread | string, by = 'mona'): void {
    const found = typeof thread === 'string' ? (this.world.nodes.get(thread)?.value as Thread | undefined) : thread;
    if (!found) throw new Error(`no thread ${String(thread)}`);
    found.resolvedBy = this.account(by);
  }

  /** A person answers in the thread of a comment. */
  reply(commentId: number, body: string, by = 'mona'): ReviewComment {
    const { pull } = this.#reviewComment(commentId).thread;
    return reply(this.world, pull, this.account(by), commentId, body);
  }

  /** A person comments in the conversation. */
  async comment(pull: PullRequest, body: string, by = 'mona'): Promise<IssueComment> {
    const comment = createIssueComment(this.world, pull, this.account(by), body);
    await emitIssueComment(this.world, comment, 'created');
    return comment;
  }

  /** The bytes of a file on a branch or at a commit; null where there is none. */
  async file(repository: Repository, ref: string, path: string): Promise<Buffer | null> {
    const sha = await repository.git.commitOf(ref);
    return sha ? blobAt(repository.git, sha, path) : null;
  }
}

/** Starts a GitHub of one's own on a free port of 127.0.0.1. */
export async function startGitHub(options: AppOptions = {}): Promise<GitHub> {
  return new GitHub(await assemble(options));
}
