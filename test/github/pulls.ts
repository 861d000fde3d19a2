// Opens pull requests, and moves them along when their branches move.
import { requestedSuite } from './checks.ts';
import { register } from './ids.ts';
import { isoDate } from './objects.ts';
import { carryThread } from './outdated.ts';
import { refuseLongBody, validationFailed } from './problem.ts';
import { simpleUser } from './shapes/account.ts';
import { checkSuiteShape } from './shapes/check.ts';
import { pullShape } from './shapes/pull.ts';
import { pushShape } from './shapes/push.ts';
import type { Account, Fields, PullRequest, Repository, World } from './world.ts';

export interface PullRequestWish {
  title: string;
  body?: string | null;
  head: { repository: Repository; branch: string };
  base: string;
  draft?: boolean;
  author: Account;
}

/** Tells the App about a pull request: `{ action, number, pull_request, … }`. */
export async function emitPull(
  world: World,
  pull: PullRequest,
  action: string,
  sender: Account,
  more: Fields = {},
): Promise<void> {
  const payload = {
    action,
    number: pull.number,
    pull_request: await pullShape(world, pull),
    ...more,
    sender: simpleUser(world, sender),
  };
  await world.emit('pull_request', pull.repository, payload);
}

/** Makes the head's objects known to the base repository, as `refs/pull/N/head`. */
async function bringHead(pull: PullRequest): Promise<void> {
  const { repository, head } = pull;
  if (head.repository === repository) await repository.git.setRef(`refs/pull/${pull.number}/head`, head.sha);
  else await repository.git.fetch(head.repository.git, `refs/heads/${head.branch}`, `refs/pull/${pull.number}/head`);
}

function nextNumber(repository: Repository): number {
  return Math.max(0, ...repository.pulls.keys()) + 1;
}

export async function createPull(world: World, repository: Repository, wish: PullRequestWish): Promise<PullRequest> {
  refuseLongBody('PullRequest', wish.body);
  const headSha = await wish.head.repository.git.commitOf(`refs/heads/${wish.head.branch}`);
  const baseSha = await repository.git.commitOf(`refs/heads/${wish.base}`);
  if (!headSha) throw validationFailed({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  if (!baseSha) throw validationFailed({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  const label = `${wish.head.repository.owner.login}:${wish.head.branch}`;
  const same = [...repository.pulls.values()].some(
    ({ state, head, base }) =>
      state === 'open' &&
      head.repository === wish.head.repository &&
      head.branch === wish.head.branch &&
      base.branch === wish.base,
  );
  if (same)
    throw validationFailed({ resource: 'PullRequest', code: 'custom', message: `A pull request already exists for ${label}.` });
  if (wish.title.trim() === '') throw validationFailed({ resource: 'PullRequest', code: 'missing_field', field: 'title' });
  const at = isoDate(Date.now());
  const pull = register<PullRequest>(world, 'PullRequest', 'PR', {
    number: nextNumber(repository),
    repository,
    author: wish.author,
    title: wish.title,
    body: wish.body ?? null,
    draft: wish.draft ?? false,
    state: 'open',
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
    head: { ...wish.head, sha: headSha },
    base: { branch: wish.base, sha: baseSha },
    reviews: new Map(),
    threads: new Map(),
    comments: new Map(),
  });
  repository.pulls.set(pull.number, pull);
  await bringHead(pull);
  if (headSha === baseSha || (await repository.git.isAncestor(headSha, baseSha))) {
    repository.pulls.delete(pull.number);
    throw validationFailed({
      resource: 'PullRequest',
      code: 'custom',
      message: `No commits between ${wish.base} and ${wish.head.branch}`,
    });
  }
  return pull;
}

/** Every open pull request, of any repository, whose head this branch is. */
function pullsFrom(world: World, repository: Repository, branch: string): PullRequest[] {
  return [...world.repositories.values()]
    .flatMap((one) => [...one.pulls.values()])
    .filter((pull) => pull.state === 'open' && pull.head.repository === repository && pull.head.branch === branch);
}

/** Follows a branch that moved: heads of its pull requests, their comments, and `push`, `check_suite.requested` and `synchronize`. */
export async function branchMoved(
  world: World,
  repository: Repository,
  branch: string,
  before: string | null,
  after: string,
  sender: Account,
): Promise<void> {
  repository.pushedAt = isoDate(Date.now());
  const moved = pullsFrom(world, repository, branch);
  for (const pull of moved) {
    const from = pull.head.sha;
    pull.head.sha = after;
    pull.base.sha = (await pull.repository.git.commitOf(`refs/heads/${pull.base.branch}`)) ?? pull.base.sha;
    pull.updatedAt = isoDate(Date.now());
    await bringHead(pull);
    for (const thread of pull.threads.values()) await carryThread(thread, from);
  }
  const suite = await checkSuiteShape(world, requestedSuite(world, repository, after));
  await Promise.all([
    world.emit('push', repository, await pushShape(world, repository, branch, before, after, sender)),
    world.emit('check_suite', repository, { action: 'requested', check_suite: suite, sender: simpleUser(world, sender) }),
    ...moved.map((pull) => emitPull(world, pull, 'synchronize', sender, { before: before ?? '0'.repeat(40), after })),
  ]);
}
