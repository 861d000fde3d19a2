// Commits, trees and blobs as GraphQL objects.
import { createHash } from 'node:crypto';
import { type Commit, entryAt, isBinary, readCommit, readTree, type Signature, type TreeEntry } from '../objects.ts';
import { accountOf } from '../shapes/commit.ts';
import { repositoryPage } from '../shapes/repository.ts';
import type { Fields, Repository } from '../world.ts';
import { actorObject } from './actors.ts';
import { connection } from './connection.ts';
import type { Session } from './execute.ts';
import { repositoryObject } from './repository.ts';

/** Blob.text is cut after so many bytes. */
const MOST_TEXT_BYTES = 512_000;

const nodeId = (prefix: string, repository: Repository, sha: string): string =>
  `${prefix}_${createHash('sha1').update(`${repository.id} ${sha}`).digest('base64url')}`;

function base(session: Session, repository: Repository, prefix: string, oid: string): Fields {
  const url = `${repositoryPage(session.world, repository)}/tree/${oid}`;
  return {
    id: nodeId(prefix, repository, oid),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    commitUrl: url,
    commitResourcePath: new URL(url).pathname,
    repository: () => repositoryObject(session, repository),
  };
}

function blobObject(session: Session, repository: Repository, oid: string, data: Buffer): Fields {
  const binary = isBinary(data);
  return {
    __typename: 'Blob',
    ...base(session, repository, 'B', oid),
    byteSize: data.length,
    isBinary: binary,
    isTruncated: !binary && data.length > MOST_TEXT_BYTES,
    text: binary ? null : data.subarray(0, MOST_TEXT_BYTES).toString('utf8'),
  };
}

function treeEntryObject(session: Session, repository: Repository, entry: TreeEntry, prefix: string): Fields {
  const name = entry.path.split('/').pop() ?? '';
  return {
    name,
    nameRaw: Buffer.from(name).toString('base64'),
    path: prefix + entry.path,
    pathRaw: Buffer.from(prefix + entry.path).toString('base64'),
    mode: Number.parseInt(entry.mode, 8),
    oid: entry.sha,
    type: entry.type,
    extension: /\.[^.]*$/.exec(name)?.[0] ?? '',
    size: async () => (entry.type === 'blob' ? ((await repository.git.object(entry.sha))?.data.length ?? 0) : 0),
    object: () => (entry.type === 'commit' ? null : objectOf(session, repository, entry.sha)),
    repository: () => repositoryObject(session, repository),
    submodule: null,
    isGenerated: false,
  };
}

function gitActor(session: Session, signature: Signature): Fields {
  const account = accountOf(session.world, signature);
  return {
    name: signature.name,
    email: signature.email,
    date: signature.date,
    user: account?.type === 'User' ? actorObject(session, account) : null,
  };
}

export function commitObject(session: Session, repository: Repository, commit: Commit): Fields {
  const [headline = '', ...rest] = commit.message.split('\n');
  const url = `${repositoryPage(session.world, repository)}/commit/${commit.sha}`;
  const parents = async (args: Fields): Promise<Fields> => {
    const found = await Promise.all(commit.parents.map((sha) => readCommit(repository.git, sha)));
    return connection(
      'parents',
      args,
      found.filter((one) => one !== null),
      (one) => commitObject(session, repository, one),
    );
  };
  return {
    __typename: 'Commit',
    ...base(session, repository, 'C', commit.sha),
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join('\n').trim(),
    author: gitActor(session, commit.author),
    committer: gitActor(session, commit.committer),
    authoredDate: commit.author.date,
    committedDate: commit.committer.date,
    url,
    resourcePath: new URL(url).pathname,
    parents,
    tree: () => objectOf(session, repository, commit.tree),
    file: async ({ path }: Fields) => {
      const entry = await entryAt(repository.git, commit.sha, String(path));
      return entry ? treeEntryObject(session, repository, entry, '') : null;
    },
  };
}

/** The object with a SHA. */
export async function objectOf(session: Session, repository: Repository, sha: string, path = ''): Promise<Fields | null> {
  const object = await repository.git.object(sha);
  if (object?.type === 'blob') return blobObject(session, repository, object.sha, object.data);
  if (object?.type === 'commit') {
    const commit = await readCommit(repository.git, object.sha);
    return commit ? commitObject(session, repository, commit) : null;
  }
  if (object?.type !== 'tree') return null;
  const prefix = path === '' ? '' : `${path}/`;
  const entries = async (): Promise<Fields[]> =>
    ((await readTree(repository.git, object.sha))?.entries ?? []).map((entry) =>
      treeEntryObject(session, repository, entry, prefix),
    );
  return { __typename: 'Tree', ...base(session, repository, 'T', object.sha), entries };
}

/** What `revision` or `revision:path` names. */
export async function objectByExpression(session: Session, repository: Repository, expression: string): Promise<Fields | null> {
  const colon = expression.indexOf(':');
  const name = colon < 0 ? expression : expression.slice(0, colon);
  const commit = await repository.git.commitOf(name === 'HEAD' || name === '' ? repository.defaultBranch : name);
  if (colon < 0) return objectOf(session, repository, commit ?? expression);
  const path = expression.slice(colon + 1).replace(/\/+$/, '');
  const root = commit ?? (/^[0-9a-f]{40}$/.test(name) ? name : null);
  const entry = root ? await entryAt(repository.git, root, path) : null;
  return entry ? objectOf(session, repository, entry.sha, path) : null;
}
