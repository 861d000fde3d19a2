// What a push to a branch tells: the webhook `push`.
import { type Commit, readCommit, type Signature } from '../objects.ts';
import type { Account, Fields, Repository, World } from '../world.ts';
import { simpleUser } from './account.ts';
import { accountOf } from './commit.ts';
import { diffOf } from './pull.ts';
import { repositoryPage } from './repository.ts';

const NOTHING = '0'.repeat(40);
/** https://docs.github.com/webhooks/webhook-events-and-payloads#push */
const MOST_COMMITS = 2048;

async function pushedCommit(world: World, repository: Repository, commit: Commit): Promise<Fields> {
  const parent = commit.parents[0];
  const files = parent ? await diffOf(repository, parent, commit.sha) : [];
  const paths = (...states: string[]): string[] => files.filter(({ status }) => states.includes(status)).map(({ path }) => path);
  const person = (signature: Signature): Fields => {
    const account = accountOf(world, signature);
    return {
      name: signature.name,
      email: signature.email,
      date: signature.date,
      ...(account ? { username: account.login } : {}),
    };
  };
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: `${repositoryPage(world, repository)}/commit/${commit.sha}`,
    author: person(commit.author),
    committer: person(commit.committer),
    added: paths('added', 'renamed'),
    removed: paths('removed'),
    modified: paths('modified', 'changed'),
  };
}

export async function pushShape(
  world: World,
  repository: Repository,
  branch: string,
  before: string | null,
  after: string,
  by: Account,
): Promise<Fields> {
  const { git } = repository;
  const shas = before ? await git.between(before, after) : [after];
  const commits = (await Promise.all(shas.slice(-MOST_COMMITS).map((sha) => readCommit(git, sha)))).filter(
    (commit) => commit !== null,
  );
  const shapes = await Promise.all(commits.map((commit) => pushedCommit(world, repository, commit)));
  return {
    ref: `refs/heads/${branch}`,
    before: before ?? NOTHING,
    after,
    created: before === null,
    deleted: false,
    forced: before !== null && !(await git.isAncestor(before, after)),
    base_ref: null,
    compare: `${repositoryPage(world, repository)}/compare/${(before ?? NOTHING).slice(0, 12)}...${after.slice(0, 12)}`,
    commits: shapes,
    head_commit: shapes.at(-1) ?? null,
    pusher: { name: by.login, email: `${by.login}@users.noreply.github.com` },
    sender: simpleUser(world, by),
  };
}
