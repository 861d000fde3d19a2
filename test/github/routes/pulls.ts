// REST routes of pull requests.
import { writer } from '../callers.ts';
import { isoDate, readCommit } from '../objects.ts';
import { notAcceptable, notFound, refuseLongBody, validationFailed } from '../problem.ts';
import { createPull, emitPull } from '../pulls.ts';
import { type Answer, created, list, ok, pullOf, type RepositoryCall, type Routes, text } from '../route.ts';
import { commitShape, fileShape } from '../shapes/commit.ts';
import { filesOf, mergeBaseOf, pullShape, simplePull } from '../shapes/pull.ts';
import type { PullRequest, Repository } from '../world.ts';

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const MOST_LISTED_FILES = 3000;
const MOST_LISTED_COMMITS = 250;
const MOST_DIFF_FILES = 300;
const MOST_DIFF_LINES = 20_000;
const MOST_DIFF_BYTES = 1_000_000;

async function rawDiff(pull: PullRequest, format: 'diff' | 'patch'): Promise<Answer> {
  const files = await filesOf(pull);
  if (files.length > MOST_DIFF_FILES)
    throw notAcceptable(
      `Sorry, the diff exceeded the maximum number of files (${MOST_DIFF_FILES}). Consider using 'List pull requests files' API or locally cloning the repository instead.`,
      'PullRequest',
      'diff',
    );
  const base = await mergeBaseOf(pull);
  const args =
    format === 'diff'
      ? ['diff', '--no-color', '--no-ext-diff', '-M', base, pull.head.sha]
      : ['format-patch', '--stdout', `${base}..${pull.head.sha}`];
  const out = await pull.repository.git.run(args);
  let lines = 0;
  for (const byte of out) if (byte === 10) lines++;
  if (lines > MOST_DIFF_LINES || out.length > MOST_DIFF_BYTES)
    throw notAcceptable(`Sorry, the diff exceeded the maximum number of lines (${MOST_DIFF_LINES})`, 'PullRequest', 'diff');
  return { status: 200, body: out, headers: { 'content-type': `application/vnd.github.${format}; charset=utf-8` } };
}

function headOf(call: RepositoryCall, label: string): { repository: Repository; branch: string } {
  const [owner, branch] = label.includes(':')
    ? [label.slice(0, label.indexOf(':')), label.slice(label.indexOf(':') + 1)]
    : [null, label];
  const found = [...call.world.repositories.values()].find(
    (one) =>
      one.owner.login === (owner ?? call.repository.owner.login) && (one === call.repository || one.parent === call.repository),
  );
  if (!found) throw validationFailed({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  return { repository: found, branch };
}

async function update(call: RepositoryCall): Promise<Answer> {
  const pull = pullOf(call);
  const { body, world } = call;
  refuseLongBody('PullRequest', text(body.body));
  const was = { title: pull.title, body: pull.body, state: pull.state };
  pull.title = text(body.title) ?? pull.title;
  if (body.body !== undefined) pull.body = text(body.body) ?? null;
  pull.updatedAt = isoDate(Date.now());
  const changes = {
    ...(pull.title === was.title ? {} : { title: { from: was.title } }),
    ...(pull.body === was.body ? {} : { body: { from: was.body ?? '' } }),
  };
  if (Object.keys(changes).length > 0) world.later(emitPull(world, pull, 'edited', writer(call.caller), { changes }));
  const state = text(body.state);
  if (state !== undefined && state !== was.state) {
    pull.state = state as PullRequest['state'];
    pull.closedAt = state === 'closed' ? pull.updatedAt : null;
    world.later(emitPull(world, pull, state === 'closed' ? 'closed' : 'reopened', writer(call.caller)));
  }
  return ok(await pullShape(world, pull));
}

export const pullRoutes: Routes = {
  'pulls/list': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: (call) => {
      const { state = 'open', head, base } = call.query;
      const all = [...call.repository.pulls.values()]
        .filter((pull) => state === 'all' || pull.state === state)
        .filter((pull) => base === undefined || pull.base.branch === base)
        .filter((pull) => head === undefined || `${pull.head.repository.owner.login}:${pull.head.branch}` === head)
        .sort((one, other) => (call.query.direction === 'asc' ? one.number - other.number : other.number - one.number));
      return list(call, all, (pull) => simplePull(call.world, pull));
    },
  },
  'pulls/get': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: async (call) => {
      const format = /application\/vnd\.github(?:\.v3)?\.(diff|patch)\b/.exec(call.accept)?.[1];
      const pull = pullOf(call);
      return format === 'diff' || format === 'patch' ? rawDiff(pull, format) : ok(await pullShape(call.world, pull));
    },
  },
  'pulls/create': {
    of: 'repository',
    needs: 'pull_requests=write',
    handle: async (call) => {
      const { world, repository, body } = call;
      const author = writer(call.caller);
      const wish = {
        title: text(body.title) ?? '',
        body: text(body.body) ?? null,
        base: String(body.base),
        draft: body.draft === true,
        author,
      };
      const pull = await createPull(world, repository, { ...wish, head: headOf(call, String(body.head)) });
      world.later(emitPull(world, pull, 'opened', author));
      return created(await pullShape(world, pull));
    },
  },
  'pulls/update': { of: 'repository', needs: 'pull_requests=write', handle: update },
  'pulls/list-files': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: async (call) => {
      const pull = pullOf(call);
      return list(
        call,
        await filesOf(pull),
        (file) => fileShape(call.world, call.repository, pull.head.sha, file),
        MOST_LISTED_FILES,
      );
    },
  },
  'pulls/list-commits': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: async (call) => {
      const pull = pullOf(call);
      const { git } = call.repository;
      const shas = await git.between(await mergeBaseOf(pull), pull.head.sha);
      const commits = await Promise.all(shas.slice(0, MOST_LISTED_COMMITS).map((sha) => readCommit(git, sha)));
      return list(
        call,
        commits.filter((commit) => commit !== null),
        (commit) => commitShape(call.world, call.repository, commit),
      );
    },
  },
  'repos/list-pull-requests-associated-with-commit': {
    of: 'repository',
    needs: 'pull_requests=read',
    handle: async (call) => {
      const sha = call.params.commit_sha ?? '';
      const { repository } = call;
      if (!(await repository.git.commitOf(sha))) throw notFound();
      const holds = await Promise.all(
        [...repository.pulls.values()].map(async (pull) =>
          (await repository.git.between(await mergeBaseOf(pull), pull.head.sha)).includes(sha) ? pull : null,
        ),
      );
      return list(
        call,
        holds.filter((pull) => pull !== null),
        (pull) => simplePull(call.world, pull),
      );
    },
  },
};
