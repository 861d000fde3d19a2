// REST routes of files, blobs and trees.
import { blobAt, entryAt, readTree, readTreeRecursively, type TreeEntry } from '../objects.ts';
import { notFound, refused, validationFailed } from '../problem.ts';
import { type Answer, commitOf, created, ok, type RepositoryCall, type Routes, text } from '../route.ts';
import { treeEntry } from '../shapes/commit.ts';
import { repositoryApi, repositoryPage } from '../shapes/repository.ts';
import type { Fields } from '../world.ts';
import { type TreeChange, writeTree } from '../write-commit.ts';

/** https://docs.github.com/rest/repos/contents#get-repository-content */
const MOST_IN_JSON = 1024 * 1024;
const MOST_BYTES = 100 * 1024 * 1024;
const MOST_LISTED = 1000;
const MOST_TREE_ENTRIES = 100_000;

const raw = (body: Buffer): Answer => ({
  status: 200,
  body,
  headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' },
});
const wants = (call: RepositoryCall, format: string): boolean =>
  new RegExp(`application/vnd\\.github(\\.v3)?\\.${format}\\b`).test(call.accept);

/** GitHub breaks Base64 into lines of sixty characters. */
const base64 = (data: Buffer): string => data.toString('base64').replace(/.{1,60}/g, '$&\n');

function about(call: RepositoryCall, entry: TreeEntry, size: number, ref: string): Fields {
  const { world, repository } = call;
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const url = `${repositoryApi(world, repository)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const below = entry.type === 'tree' ? 'trees' : 'blobs';
  const git = `${repositoryApi(world, repository)}/git/${below}/${entry.sha}`;
  const html = `${repositoryPage(world, repository)}/${entry.type === 'tree' ? 'tree' : 'blob'}/${encodeURIComponent(ref)}/${path}`;
  const type =
    entry.type === 'tree' ? 'dir' : entry.type === 'commit' ? 'submodule' : entry.mode === '120000' ? 'symlink' : 'file';
  return {
    name: entry.path.split('/').pop() ?? '',
    path: entry.path,
    sha: entry.sha,
    size,
    url,
    html_url: html,
    git_url: git,
    download_url: type === 'file' ? `${world.origin}/raw/${repository.owner.login}/${repository.name}/${ref}/${path}` : null,
    type,
    _links: { self: url, git, html },
  };
}

async function folder(call: RepositoryCall, entry: TreeEntry, ref: string): Promise<Answer> {
  const { git } = call.repository;
  const entries = (await readTree(git, entry.sha))?.entries ?? [];
  const prefix = entry.path === '' ? '' : `${entry.path}/`;
  const shown = await Promise.all(
    entries.slice(0, MOST_LISTED).map(async (one) => {
      const size = one.type === 'blob' ? ((await git.object(one.sha))?.data.length ?? 0) : 0;
      return about(call, { ...one, path: prefix + one.path }, size, ref);
    }),
  );
  return ok(shown);
}

async function getContent(call: RepositoryCall): Promise<Answer> {
  const { repository } = call;
  const ref = text(call.query.ref) ?? repository.defaultBranch;
  const commit = await commitOf(repository, ref);
  const path = (call.params.path ?? '').replace(/\/+$/, '');
  if (path.split('/').includes('..')) throw refused(422, 'path contains a malformed path component');
  const entry = await entryAt(repository.git, commit, path);
  if (!entry) throw notFound();
  if (entry.type === 'tree') return folder(call, entry, ref);
  if (entry.type === 'commit') return ok({ ...about(call, entry, 0, ref), submodule_git_url: null });
  const data = (await repository.git.object(entry.sha))?.data ?? Buffer.alloc(0);
  if (data.length > MOST_BYTES)
    throw refused(403, 'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API.', [
      { resource: 'Blob', field: 'data', code: 'too_large' },
    ]);
  if (entry.mode === '120000') {
    const target = data.toString('utf8');
    const pointed = await blobAt(repository.git, commit, new URL(target, `file:///${path}`).pathname.slice(1));
    if (wants(call, 'raw')) return raw(pointed ?? data);
    if (!pointed) return ok({ ...about(call, entry, data.length, ref), target });
  }
  if (wants(call, 'raw')) return raw(data);
  const full = data.length <= MOST_IN_JSON;
  return ok({
    ...about(call, { ...entry, mode: '100644' }, data.length, ref),
    content: full ? base64(data) : '',
    encoding: full ? 'base64' : 'none',
  });
}

async function getTree(call: RepositoryCall): Promise<Answer> {
  const { world, repository, params, query } = call;
  const name = params.tree_sha ?? '';
  const tree = await readTree(repository.git, (await repository.git.commitOf(name)) ?? name);
  if (!tree) throw notFound();
  const { entries, truncated } =
    query.recursive === undefined
      ? { entries: tree.entries, truncated: false }
      : await readTreeRecursively(repository.git, tree.sha, repository.mostTreeEntries ?? MOST_TREE_ENTRIES);
  const shown = await Promise.all(
    entries.map(async (entry) => {
      const size = entry.type === 'blob' ? ((await repository.git.object(entry.sha))?.data.length ?? 0) : null;
      return treeEntry(world, repository, entry, size);
    }),
  );
  return ok({ sha: tree.sha, url: `${repositoryApi(world, repository)}/git/trees/${tree.sha}`, tree: shown, truncated });
}

async function createTree(call: RepositoryCall): Promise<Answer> {
  const { repository, body } = call;
  const base = text(body.base_tree);
  const baseTree = base === undefined ? null : await readTree(repository.git, base);
  if (base !== undefined && !baseTree) throw validationFailed({ resource: 'Tree', code: 'invalid', field: 'base_tree' });
  const wishes = body.tree as { path?: string; mode?: string; sha?: string | null; content?: string }[];
  const changes = await Promise.all(
    wishes.map(async ({ path = '', mode = '100644', sha, content }): Promise<TreeChange> => {
      if (
        path === '' ||
        path.startsWith('/') ||
        path.split('/').some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git')
      )
        throw refused(422, 'tree.path contains a malformed path component');
      if (content !== undefined && sha !== undefined) throw refused(422, 'Must supply tree.sha or tree.content, not both');
      if (content !== undefined) return { path, mode, content: Buffer.from(content) };
      if (sha === undefined) throw refused(422, 'Must supply either tree.sha or tree.content');
      if (sha !== null) {
        if (!(await repository.git.object(sha))) throw refused(422, `tree.sha ${sha} is not a valid object`);
        return { path, mode, sha };
      }
      if (!baseTree || !(await entryAt(repository.git, baseTree.sha, path))) throw refused(422, 'GitRPC::BadObjectState');
      return { path, delete: true };
    }),
  );
  const sha = await writeTree(repository.git, baseTree?.sha ?? null, changes);
  const answer = await getTree({ ...call, params: { ...call.params, tree_sha: sha }, query: {} });
  return created(answer.body);
}

export const contentRoutes: Routes = {
  'repos/get-content': { of: 'repository', needs: 'contents=read', handle: getContent },
  'git/get-blob': {
    of: 'repository',
    needs: 'contents=read',
    handle: async (call) => {
      const object = /^[0-9a-f]{40}$/.test(call.params.file_sha ?? '')
        ? await call.repository.git.object(call.params.file_sha ?? '')
        : null;
      if (object?.type !== 'blob') throw notFound();
      if (wants(call, 'raw')) return raw(object.data);
      const { sha, data } = object;
      const url = `${repositoryApi(call.world, call.repository)}/git/blobs/${sha}`;
      return ok({ sha, node_id: `B_${sha}`, size: data.length, url, content: base64(data), encoding: 'base64' });
    },
  },
  'git/create-blob': {
    of: 'repository',
    needs: 'contents=write',
    handle: async (call) => {
      const encoding = call.body.encoding === 'base64' ? 'base64' : 'utf8';
      const sha = await call.repository.git.write('blob', Buffer.from(String(call.body.content), encoding));
      return created({ sha, url: `${repositoryApi(call.world, call.repository)}/git/blobs/${sha}` });
    },
  },
  'git/get-tree': { of: 'repository', needs: 'contents=read', handle: getTree },
  'git/create-tree': { of: 'repository', needs: 'contents=write', handle: createTree },
};
