// Merges pull requests: the test merge that workflows check out, the merge queue's, and the real one.
import { readCommit } from './objects.ts';
import { branchMoved, emitPull } from './pulls.ts';
import { simpleUser } from './shapes/account.ts';
import { signatureOf, webFlow } from './shapes/commit.ts';
import type { Account, PullRequest, World } from './world.ts';
import { writeCommitObject } from './write-commit.ts';

async function mergeCommit(pull: PullRequest, by: Account): Promise<{ base: string; sha: string; message: string }> {
  const { git } = pull.repository;
  const base = (await git.commitOf(`refs/heads/${pull.base.branch}`)) ?? pull.base.sha;
  const tree = (await git.run(['merge-tree', '--write-tree', base, pull.head.sha])).toString('utf8').trim();
  const message = `Merge pull request #${pull.number} from ${pull.head.repository.owner.login}/${pull.head.branch}`;
  const sha = await writeCommitObject(git, {
    tree,
    parents: [base, pull.head.sha],
    author: signatureOf(by),
    committer: webFlow(),
    message,
  });
  return { base, sha, message };
}

/** `refs/pull/N/merge`: what a workflow of the event `pull_request` checks out. Rejects on a conflict. */
export async function testMerge(pull: PullRequest): Promise<string> {
  const { sha } = await mergeCommit(pull, pull.author);
  await pull.repository.git.setRef(`refs/pull/${pull.number}/merge`, sha);
  return sha;
}

/** Puts a pull request into the merge queue, which asks for checks; gives the commit they have to be on. */
export async function queueMerge(world: World, pull: PullRequest, by: Account): Promise<string> {
  const { repository } = pull;
  const { base, sha, message } = await mergeCommit(pull, by);
  const ref = `refs/heads/gh-readonly-queue/${pull.base.branch}/pr-${pull.number}-${base}`;
  await repository.git.setRef(ref, sha);
  const commit = await readCommit(repository.git, sha);
  const { name, email, date } = signatureOf(by);
  const headCommit = {
    id: sha,
    tree_id: commit?.tree ?? '',
    message,
    timestamp: date,
    author: { name, email },
    committer: { name, email },
  };
  const group = {
    head_sha: sha,
    head_ref: ref,
    base_sha: base,
    base_ref: `refs/heads/${pull.base.branch}`,
    head_commit: headCommit,
  };
  await world.emit('merge_group', repository, { action: 'checks_requested', merge_group: group, sender: simpleUser(world, by) });
  return sha;
}

export async function mergePull(world: World, pull: PullRequest, by: Account): Promise<string> {
  const { base, sha } = await mergeCommit(pull, by);
  await pull.repository.git.setRef(`refs/heads/${pull.base.branch}`, sha);
  const at = webFlow().date;
  Object.assign(pull, { state: 'closed', closedAt: at, mergedAt: at, updatedAt: at, mergedBy: by });
  await emitPull(world, pull, 'closed', by);
  await branchMoved(world, pull.repository, pull.base.branch, base, sha, by);
  return sha;
}
