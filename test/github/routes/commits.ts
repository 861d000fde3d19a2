// REST routes of commits, comparisons and refs.
import { may, writer } from '../callers.ts';
import { type Commit, isoDate, readCommit, type Signature } from '../objects.ts';
import { forbidden, notFound, refused } from '../problem.ts';
import { branchMoved } from '../pulls.ts';
import { type Answer, commitOf, created, list, noContent, ok, pageOf, type RepositoryCall, type Routes } from '../route.ts';
import { commitShape, fileShape, gitCommit, signatureOf, webFlow } from '../shapes/commit.ts';
import { diffOf } from '../shapes/pull.ts';
import { repositoryApi, repositoryPage } from '../shapes/repository.ts';
import type { Fields, Repository } from '../world.ts';
import { writeCommitObject } from '../write-commit.ts';

const MOST_COMPARED_FILES = 300;
const MOST_COMPARED_COMMITS = 250;
const MOST_COMMIT_FILES = 3000;
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

async function mustRead(repository: Repository, sha: string): Promise<Commit> {
  const commit = await readCommit(repository.git, sha);
  if (!commit) throw notFound();
  return commit;
}

async function getCommit(call: RepositoryCall): Promise<Answer> {
  const { world, repository } = call;
  const sha = await repository.git.commitOf(call.params.ref ?? '');
  if (!sha) throw refused(422, `No commit found for SHA: ${call.params.ref}`);
  if (/application\/vnd\.github(\.v3)?\.sha\b/.test(call.accept))
    return { status: 200, body: Buffer.from(sha), headers: { 'content-type': 'text/plain' } };
  const commit = await mustRead(repository, sha);
  const all = await diffOf(repository, commit.parents[0] ?? EMPTY_TREE, sha);
  const additions = all.reduce((sum, file) => sum + file.additions, 0);
  const deletions = all.reduce((sum, file) => sum + file.deletions, 0);
  const { items, pages } = pageOf({ per_page: 100, ...call.query }, all, MOST_COMMIT_FILES);
  const files = items.map((file) => fileShape(world, repository, sha, file));
  return {
    status: 200,
    body: { ...commitShape(world, repository, commit), stats: { total: additions + deletions, additions, deletions }, files },
    pages,
  };
}

async function compare(call: RepositoryCall): Promise<Answer> {
  const { world, repository } = call;
  const [left = '', right = ''] = (call.params.basehead ?? '').split('...');
  const named = (name: string): string => (name.includes(':') ? name.slice(name.lastIndexOf(':') + 1) : name);
  const [base, head] = await Promise.all([commitOf(repository, named(left)), commitOf(repository, named(right))]);
  const merge = await repository.git.mergeBase(base, head);
  if (!merge) throw notFound();
  const [ahead, behind] = await Promise.all([repository.git.between(base, head), repository.git.between(head, base)]);
  const paged = call.query.page !== undefined || call.query.per_page !== undefined;
  const { items, pages } = paged
    ? pageOf(call.query, ahead)
    : { items: ahead.slice(-MOST_COMPARED_COMMITS), pages: { page: 1, last: 1 } };
  const files = pages.page > 1 ? [] : (await diffOf(repository, merge, head)).slice(0, MOST_COMPARED_FILES);
  const page = `${repositoryPage(world, repository)}/compare/${left}...${right}`;
  const shape = async (sha: string): Promise<Fields> => commitShape(world, repository, await mustRead(repository, sha));
  const body = {
    url: `${repositoryApi(world, repository)}/compare/${left}...${right}`,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: await shape(base),
    merge_base_commit: await shape(merge),
    status: ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical',
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: await Promise.all(items.map(shape)),
    files: files.map((file) => fileShape(world, repository, head, file)),
  };
  return { status: 200, body, pages };
}

function refShape(call: RepositoryCall, ref: string, sha: string, type = 'commit'): Fields {
  const api = repositoryApi(call.world, call.repository);
  return {
    ref,
    node_id: `REF_${Buffer.from(ref).toString('base64url')}`,
    url: `${api}/git/${ref}`,
    object: { sha, type, url: `${api}/git/${type}s/${sha}` },
  };
}

function signatureFrom(value: unknown, fallback: Signature): Signature {
  if (value === null || typeof value !== 'object') return fallback;
  const { name, email, date } = value as Partial<Signature>;
  return {
    name: name ?? fallback.name,
    email: email ?? fallback.email,
    date: date === undefined ? fallback.date : isoDate(Date.parse(date)),
  };
}

async function createCommit(call: RepositoryCall): Promise<Answer> {
  const { repository, body } = call;
  const parents = (body.parents ?? []) as string[];
  for (const sha of parents)
    if ((await repository.git.object(sha))?.type !== 'commit')
      throw refused(422, `Parent SHA does not exist or is not a commit object`);
  const tree = String(body.tree);
  if ((await repository.git.object(tree))?.type !== 'tree') throw refused(422, 'Tree SHA does not exist');
  const mine = signatureOf(writer(call.caller));
  const own = body.author !== undefined || body.committer !== undefined || call.caller.kind === 'user';
  const author = signatureFrom(body.author, mine);
  const committer = own ? signatureFrom(body.committer, author) : webFlow();
  const sha = await writeCommitObject(repository.git, { tree, parents, author, committer, message: String(body.message) });
  return created(gitCommit(call.world, repository, await mustRead(repository, sha)));
}

async function moved(call: RepositoryCall, ref: string, before: string | null, after: string): Promise<void> {
  if (ref.startsWith('refs/heads/'))
    await branchMoved(call.world, call.repository, ref.slice('refs/heads/'.length), before, after, writer(call.caller));
}

/** Pushing changed workflow files takes a permission of its own. */
async function refuseWorkflows(call: RepositoryCall, from: string, to: string): Promise<void> {
  if (may(call.caller, call.repository, 'workflows=write')) return;
  const files = await diffOf(call.repository, from, to);
  if (files.some(({ path }) => path.startsWith('.github/workflows/'))) throw forbidden('contents=write,workflows=write');
}

async function createRef(call: RepositoryCall): Promise<Answer> {
  const { repository, body } = call;
  const ref = String(body.ref);
  const sha = String(body.sha);
  if (!/^refs\/[^/]+\/./.test(ref) || /[\s~^:?*[\\]|\.\.|@\{|\/$|\.lock$/.test(ref))
    throw refused(422, `Reference name must start with 'refs/' and have two slashes`);
  if ((await repository.git.object(sha))?.type !== 'commit') throw refused(422, 'Object does not exist');
  if (await repository.git.object(ref)) throw refused(422, 'Reference already exists');
  await refuseWorkflows(call, (await commitOf(repository, repository.defaultBranch)) ?? sha, sha);
  await repository.git.setRef(ref, sha);
  return created(refShape(call, ref, sha));
}

async function updateRef(call: RepositoryCall): Promise<Answer> {
  const { repository, body } = call;
  const ref = `refs/${call.params.ref}`;
  const sha = String(body.sha);
  const before = await repository.git.commitOf(ref);
  if (!before) throw refused(422, 'Reference does not exist');
  if ((await repository.git.object(sha))?.type !== 'commit') throw refused(422, 'Object does not exist');
  if (body.force !== true && !(await repository.git.isAncestor(before, sha))) throw refused(422, 'Update is not a fast forward');
  await refuseWorkflows(call, before, sha);
  await repository.git.setRef(ref, sha);
  await moved(call, ref, before, sha);
  return ok(refShape(call, ref, sha));
}

export const commitRoutes: Routes = {
  'repos/get-commit': { of: 'repository', needs: 'contents=read', handle: getCommit },
  'repos/compare-commits-with-basehead': { of: 'repository', needs: 'contents=read', handle: compare },
  'git/get-commit': {
    of: 'repository',
    needs: 'contents=read',
    handle: async (call) =>
      ok(gitCommit(call.world, call.repository, await mustRead(call.repository, call.params.commit_sha ?? ''))),
  },
  'git/create-commit': { of: 'repository', needs: 'contents=write', handle: createCommit },
  'git/get-ref': {
    of: 'repository',
    needs: 'contents=read',
    handle: async (call) => {
      const ref = `refs/${call.params.ref}`;
      const object = await call.repository.git.object(ref);
      if (!object) throw notFound();
      return ok(refShape(call, ref, object.sha, object.type));
    },
  },
  'git/list-matching-refs': {
    of: 'repository',
    needs: 'contents=read',
    handle: async (call) => {
      const prefix = `refs/${call.params.ref}`;
      const all = await call.repository.git.refs(
        'refs/heads/ refs/tags/'.split(' ').find((one) => prefix.startsWith(one)) ?? 'refs/heads/',
      );
      return list(
        { ...call, query: { per_page: 100 } },
        all.filter(({ ref }) => ref.startsWith(prefix)),
        ({ ref, sha, type }) => refShape(call, ref, sha, type),
      );
    },
  },
  'git/create-ref': { of: 'repository', needs: 'contents=write', handle: createRef },
  'git/update-ref': { of: 'repository', needs: 'contents=write', handle: updateRef },
  'git/delete-ref': {
    of: 'repository',
    needs: 'contents=write',
    handle: async (call) => {
      const ref = `refs/${call.params.ref}`;
      if (!(await call.repository.git.commitOf(ref))) throw refused(422, 'Reference does not exist');
      await call.repository.git.deleteRef(ref);
      return noContent;
    },
  },
};
