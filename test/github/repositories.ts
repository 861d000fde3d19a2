// Makes repositories, forks and commits: what people do with git.
import { join } from 'node:path';
import { GitRepository } from './git.ts';
import { account, register } from './ids.ts';
import { isoDate } from './objects.ts';
import { signatureOf } from './shapes/commit.ts';
import type { Account, Repository, World } from './world.ts';
import { type Changes, writeCommit } from './write-commit.ts';

export interface CommitWish extends Changes {
  message?: string;
  author?: string;
  /** The parent, when it is not the branch's tip: a force-push. */
  onto?: string;
}

export async function makeRepository(
  world: World,
  folder: string,
  owner: string,
  name: string,
  {
    branch,
    private: isPrivate,
    parent,
    ownerType,
  }: { branch: string; private: boolean; parent: Repository | null; ownerType: Account['type'] },
): Promise<Repository> {
  const directory = join(folder, `${owner}-${name}-${world.nextId}.git`);
  const git = parent ? await GitRepository.fork(parent.git, directory, branch) : await GitRepository.create(directory, branch);
  const at = isoDate(Date.now());
  const repository = register<Repository>(world, 'Repository', 'R', {
    owner: account(world, owner, ownerType),
    name,
    private: isPrivate,
    archived: false,
    defaultBranch: branch,
    parent,
    git,
    createdAt: at,
    pushedAt: at,
    pulls: new Map(),
    collaborators: new Set(),
    checkSuites: new Map(),
    checkRuns: new Map(),
    mostTreeEntries: null,
    sarifs: new Map(),
  });
  world.repositories.set(`${owner}/${name}`.toLowerCase(), repository);
  return repository;
}

/** Commits to a branch, which is made from the default branch when it is new; tells nobody. */
export async function makeCommit(
  world: World,
  repository: Repository,
  branch: string,
  wish: CommitWish,
): Promise<{ before: string | null; sha: string }> {
  const { git, defaultBranch } = repository;
  const before = await git.commitOf(`refs/heads/${branch}`);
  const parent = wish.onto ?? before ?? (await git.commitOf(`refs/heads/${defaultBranch}`));
  const author = signatureOf(account(world, wish.author ?? 'mona'));
  const sha = await writeCommit(git, branch, {
    parent,
    changes: wish,
    message: wish.message ?? 'Change files',
    author,
    committer: author,
  });
  repository.pushedAt = isoDate(Date.now());
  return { before, sha };
}
