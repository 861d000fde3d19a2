// Reads Git's commit and tree objects, and finds what lies at a path.
import type { GitRepository } from './git.ts';

export interface Signature {
  name: string;
  email: string;
  /** ISO 8601, in UTC, to the second. */
  date: string;
}

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

export interface TreeEntry {
  path: string;
  mode: '100644' | '100755' | '120000' | '040000' | '160000';
  type: 'blob' | 'tree' | 'commit';
  sha: string;
}

function signature(text: string): Signature {
  const [, name = '', email = '', seconds = '0'] = /^(.*?) ?<([^>]*)> (\d+)/.exec(text) ?? [];
  return { name, email, date: isoDate(Number(seconds) * 1000) };
}

/** GitHub's dates have no milliseconds. */
export function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

export async function readCommit(git: GitRepository, sha: string): Promise<Commit | null> {
  const object = await git.object(sha);
  if (object?.type !== 'commit') return null;
  const text = object.data.toString('utf8');
  const blank = text.indexOf('\n\n');
  const fields = text.slice(0, blank).split('\n');
  const field = (name: string) => fields.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    sha,
    tree: field('tree')[0] ?? '',
    parents: field('parent'),
    author: signature(field('author')[0] ?? ''),
    committer: signature(field('committer')[0] ?? ''),
    message: text.slice(blank + 2).replace(/\n$/, ''),
  };
}

function parseTree(data: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < data.length; ) {
    const zero = data.indexOf(0, at);
    const text = data.toString('utf8', at, zero);
    const space = text.indexOf(' ');
    const mode = text.slice(0, space).padStart(6, '0') as TreeEntry['mode'];
    const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
    entries.push({ path: text.slice(space + 1), mode, type, sha: data.toString('hex', zero + 1, zero + 21) });
    at = zero + 21;
  }
  return entries;
}

/** The entries of one tree, named by a tree's or a commit's SHA. */
export async function readTree(git: GitRepository, sha: string): Promise<{ sha: string; entries: TreeEntry[] } | null> {
  const object = await git.object(sha);
  if (object?.type === 'tree') return { sha: object.sha, entries: parseTree(object.data) };
  if (object?.type !== 'commit') return null;
  const commit = await readCommit(git, object.sha);
  return commit ? readTree(git, commit.tree) : null;
}

/** Every entry below a tree, folders included, as `git ls-tree -r -t` lists them. */
export async function readTreeRecursively(
  git: GitRepository,
  sha: string,
  most: number,
): Promise<{ entries: TreeEntry[]; truncated: boolean }> {
  const out: TreeEntry[] = [];
  const walk = async (tree: string, prefix: string): Promise<boolean> => {
    for (const entry of (await readTree(git, tree))?.entries ?? []) {
      if (out.length >= most) return false;
      out.push({ ...entry, path: prefix + entry.path });
      if (entry.type === 'tree' && !(await walk(entry.sha, `${prefix}${entry.path}/`))) return false;
    }
    return true;
  };
  const complete = await walk(sha, '');
  return { entries: out, truncated: !complete };
}

/** What lies at a path of a commit; the root is the empty path. */
export async function entryAt(git: GitRepository, commit: string, path: string): Promise<TreeEntry | null> {
  const root = await readTree(git, commit);
  if (!root) return null;
  let found: TreeEntry = { path: '', mode: '040000', type: 'tree', sha: root.sha };
  for (const name of path.split('/').filter((part) => part !== '')) {
    if (found.type !== 'tree') return null;
    const next: TreeEntry | undefined = (await readTree(git, found.sha))?.entries.find((entry) => entry.path === name);
    if (!next) return null;
    found = next;
  }
  return { ...found, path };
}

/** The bytes of the file at a path of a commit. */
export async function blobAt(git: GitRepository, commit: string, path: string): Promise<Buffer | null> {
  const entry = await entryAt(git, commit, path);
  return entry?.type === 'blob' ? ((await git.object(entry.sha))?.data ?? null) : null;
}

/** As Git decides: a NUL within the first 8,000 bytes. */
export function isBinary(data: Buffer): boolean {
  return data.subarray(0, 8000).includes(0);
}
