// Makes commits and trees with one `git fast-import` each, however many files they change.
import type { GitRepository } from './git.ts';
import type { Signature } from './objects.ts';
import { readCommit } from './objects.ts';

/** What a file becomes: text, bytes, or something else than a plain file; a submodule is given by its commit. */
export type FileContent = string | Buffer | { symlink: string } | { executable: string | Buffer } | { submodule: string };

export interface Changes {
  files?: Record<string, FileContent>;
  delete?: readonly string[];
  /** Old path → new path. */
  rename?: Record<string, string>;
}

export type TreeChange =
  | { path: string; mode: string; sha: string }
  | { path: string; mode: string; content: Buffer }
  | { path: string; delete: true };

function quoted(path: string): string {
  const escaped = Array.from(Buffer.from(path, 'utf8'), (byte) =>
    byte < 32 || byte === 34 || byte === 92 || byte > 126 ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte),
  );
  return `"${escaped.join('')}"`;
}

function data(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

function person({ name, email, date }: Signature): string {
  return `${name.replace(/[<>\n]/g, '')} <${email.replace(/[<>\n]/g, '')}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
}

function ofContent(path: string, content: FileContent): TreeChange {
  if (typeof content === 'string' || Buffer.isBuffer(content)) return { path, mode: '100644', content: Buffer.from(content) };
  if ('submodule' in content) return { path, mode: '160000', sha: content.submodule };
  if ('symlink' in content) return { path, mode: '120000', content: Buffer.from(content.symlink) };
  return { path, mode: '100755', content: Buffer.from(content.executable) };
}

async function fastImport(
  git: GitRepository,
  ref: string,
  head: readonly string[],
  start: readonly string[],
  changes: readonly TreeChange[],
): Promise<string> {
  const parts: Buffer[] = [Buffer.from(`${[`commit ${ref}`, 'mark :1', ...head, ...start].join('\n')}\n`)];
  for (const change of changes) {
    if ('delete' in change) parts.push(Buffer.from(`D ${quoted(change.path)}\n`));
    else if ('sha' in change) parts.push(Buffer.from(`M ${change.mode} ${change.sha} ${quoted(change.path)}\n`));
    else parts.push(Buffer.from(`M ${change.mode} inline ${quoted(change.path)}\n`), data(change.content));
  }
  parts.push(Buffer.from('\nget-mark :1\ndone\n'));
  const out = await git.run(
    ['-c', 'fastimport.unpackLimit=0', 'fast-import', '--quiet', '--done', '--force'],
    Buffer.concat(parts),
  );
  return out.toString('utf8').trim();
}

/** Commits onto a branch (its tip as parent, or `parent`), moves the branch, and gives the new commit's SHA. */
export async function writeCommit(
  git: GitRepository,
  branch: string,
  {
    parent,
    changes,
    message,
    author,
    committer,
  }: { parent: string | null; changes: Changes; message: string; author: Signature; committer: Signature },
): Promise<string> {
  const head = [`author ${person(author)}`, `committer ${person(committer)}`, `data ${Buffer.byteLength(message)}\n${message}`];
  const start = [
    ...(parent ? [`from ${parent}`] : []),
    ...Object.entries(changes.rename ?? {}).map(([from, to]) => `R ${quoted(from)} ${quoted(to)}`),
  ];
  const files = Object.entries(changes.files ?? {}).map(([path, content]) => ofContent(path, content));
  const deleted = (changes.delete ?? []).map((path): TreeChange => ({ path, delete: true }));
  return fastImport(git, `refs/heads/${branch}`, head, start, [...deleted, ...files]);
}

/** Writes the tree that `base` (a tree, or none) becomes by the changes, and gives its SHA. */
export async function writeTree(git: GitRepository, base: string | null, changes: readonly TreeChange[]): Promise<string> {
  const start = base ? [`M 040000 ${base} ""`] : [];
  const commit = await fastImport(
    git,
    'refs/fake/trees',
    ['committer fake <fake@localhost> 0 +0000', 'data 0', ''],
    start,
    changes,
  );
  return (await readCommit(git, commit))?.tree ?? '';
}

/** Writes a commit object that no ref points to yet. */
export function writeCommitObject(
  git: GitRepository,
  commit: { tree: string; parents: readonly string[]; author: Signature; committer: Signature; message: string },
): Promise<string> {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${person(commit.author)}`,
    `committer ${person(commit.committer)}`,
    '',
    commit.message,
  ];
  return git.write('commit', Buffer.from(lines.join('\n')));
}
