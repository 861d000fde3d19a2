// What the working tree is compared with.
import { type Git, line } from './command.ts';

export interface Base {
  /** A commit, or the empty tree. */
  id: string;
  /** What it is, for people. */
  name: string;
  /** Something to know about it. */
  remark?: string;
}

/** A sentence in place of a base when there is none. */
export async function findBase(git: Git, ref: string | undefined): Promise<Base | string> {
  const head = await commit(git, 'HEAD');
  if (ref !== undefined) {
    const given = await commit(git, ref);
    if (!given)
      return `There is no commit "${ref}" here. In a shallow clone it must be fetched first: git fetch --depth=1 origin BRANCH`;
    return await mergeBase(git, given, head, ref);
  }
  const current = await line(git, 'symbolic-ref', '--quiet', '--short', 'HEAD');
  const remote = await line(git, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  for (const name of [remote, 'origin/main', 'origin/master', 'main', 'master']) {
    const candidate = name && name !== current && (await commit(git, name));
    if (candidate) return await mergeBase(git, candidate, head, name);
  }
  const previous = head && (await commit(git, 'HEAD~1'));
  if (previous) return { id: previous, name: 'HEAD~1' };
  const empty = await line(git, 'hash-object', '-t', 'tree', '--stdin');
  return empty
    ? { id: empty, name: 'nothing', remark: 'No earlier commit is at hand: everything is new.' }
    : 'git cannot name its empty tree.';
}

const commit = (git: Git, ref: string) => line(git, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);

async function mergeBase(git: Git, base: string, head: string | null, name: string): Promise<Base> {
  const common = head && (await line(git, 'merge-base', base, head));
  if (common) return { id: common, name };
  return { id: base, name, remark: `No common ancestor with ${name} is known (a shallow clone?): compared with ${name} itself.` };
}
