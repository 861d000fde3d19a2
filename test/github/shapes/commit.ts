// Commits, changed files and trees as REST answers show them.

import type { FileDiff } from '../diff.ts';
import { type Commit, isoDate, type Signature, type TreeEntry } from '../objects.ts';
import type { Account, Fields, Repository, World } from '../world.ts';
import { simpleUser } from './account.ts';
import { repositoryApi, repositoryPage } from './repository.ts';

/** Who an address belongs to: GitHub's own `…+login@users.noreply` form, as every commit made here has. */
export function accountOf(world: World, signature: Signature): Account | null {
  const login = /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(signature.email)?.[1];
  return (login && world.accounts.get(login.toLowerCase())) || null;
}

export function signatureOf(account: Account, at = Date.now()): Signature {
  return { name: account.login, email: `${account.id}+${account.login}@users.noreply.github.com`, date: isoDate(at) };
}

const WEB_FLOW: Omit<Signature, 'date'> = { name: 'GitHub', email: 'noreply@github.com' };

/** Who commits what is made on GitHub itself. */
export const webFlow = (at = Date.now()): Signature => ({ ...WEB_FLOW, date: isoDate(at) });

/** GitHub signs what it committed itself, and nothing else here is signed. */
function verification(commit: Commit): Fields {
  const verified = commit.committer.email === WEB_FLOW.email;
  return {
    verified,
    reason: verified ? 'valid' : 'unsigned',
    signature: verified ? '-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n' : null,
    payload: verified ? `tree ${commit.tree}` : null,
    verified_at: verified ? commit.committer.date : null,
  };
}

function parents(world: World, repository: Repository, commit: Commit, below: string): Fields[] {
  return commit.parents.map((sha) => ({
    sha,
    url: `${repositoryApi(world, repository)}/${below}/${sha}`,
    html_url: `${repositoryPage(world, repository)}/commit/${sha}`,
  }));
}

export function gitCommit(world: World, repository: Repository, commit: Commit): Fields {
  const api = repositoryApi(world, repository);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${repositoryPage(world, repository)}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: parents(world, repository, commit, 'git/commits'),
    verification: verification(commit),
  };
}

export function commitShape(world: World, repository: Repository, commit: Commit): Fields {
  const api = repositoryApi(world, repository);
  const author = accountOf(world, commit.author);
  const committer = accountOf(world, commit.committer);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: verification(commit),
    },
    url: `${api}/commits/${commit.sha}`,
    html_url: `${repositoryPage(world, repository)}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author: author ? simpleUser(world, author) : null,
    committer: committer ? simpleUser(world, committer) : null,
    parents: parents(world, repository, commit, 'commits'),
  };
}

export function fileShape(world: World, repository: Repository, head: string, file: FileDiff): Fields {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const page = repositoryPage(world, repository);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${head}/${path}`,
    raw_url: `${page}/raw/${head}/${path}`,
    contents_url: `${repositoryApi(world, repository)}/contents/${path}?ref=${head}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}

export function treeEntry(world: World, repository: Repository, entry: TreeEntry, size: number | null): Fields {
  const below = entry.type === 'tree' ? 'git/trees' : 'git/blobs';
  return {
    path: entry.path,
    mode: entry.mode,
    type: entry.type,
    sha: entry.sha,
    ...(size === null ? {} : { size }),
    ...(entry.type === 'commit' ? {} : { url: `${repositoryApi(world, repository)}/${below}/${entry.sha}` }),
  };
}
