// GraphQL: GitHub's real schema, its errors, and the permissions of its mutations.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGitHub } from '../github.ts';
import { Client, EVERYTHING, installed, openShop, pick } from './client.ts';

const PULL = 'repository(owner:"octo",name:"shop"){pullRequest(number:1)';
const types = (errors: unknown) => (errors as { type?: string }[] | undefined)?.map(({ type }) => type);
const comment = (line: number) => ({ path: 'Dockerfile', line, body: `about ${line}` });

test('many blobs come in one query: cut when long, told when binary, null when missing', async (t) => {
  const gh = await startGitHub();
  t.after(() => gh.close());
  const shop = await gh.createRepository('octo', 'shop', {
    files: { 'a.txt': 'ä\r\n', 'long.txt': 'l'.repeat(512_001), bin: Buffer.from([1, 0]), 'd/x': 'x' },
  });
  const bot = await installed(gh, shop);
  const blob = (name: string, path: string) =>
    `${name}:object(expression:"main:${path}"){... on Blob{oid byteSize isBinary isTruncated text}}`;
  const query = `{repository(owner:"octo",name:"shop"){${blob('a', 'a.txt')} ${blob('long', 'long.txt')} ${blob('bin', 'bin')} ${blob('none', 'none')}
    tree:object(expression:"HEAD:"){... on Tree{entries{name type object{... on Blob{byteSize}}}}} defaultBranchRef{name target{... on Commit{message file(path:"d/x"){size}}}}}}`;
  const { data, errors } = await bot.graphql(query);
  assert.equal(errors, undefined);
  const repository = pick(data, 'repository');
  assert.deepEqual(
    [pick(repository, 'a.text'), pick(repository, 'a.byteSize'), pick(repository, 'a.isTruncated')],
    ['ä\r\n', 4, false],
  );
  assert.deepEqual([pick(repository, 'long.text.length'), pick(repository, 'long.isTruncated')], [512_000, true]);
  assert.deepEqual(
    [pick(repository, 'bin.text'), pick(repository, 'bin.isBinary'), pick(repository, 'none')],
    [null, true, null],
  );
  assert.equal(pick(repository, 'tree.entries.length'), 4);
  assert.deepEqual(
    [pick(repository, 'defaultBranchRef.target.message'), pick(repository, 'defaultBranchRef.target.file.size')],
    ['First commit', 1],
  );
});

test('threads tell what REST does not, and a bot is called without [bot]', async (t) => {
  const { gh, pull, bot } = await openShop(t);
  await bot.post('/repos/octo/shop/pulls/1/reviews', { event: 'COMMENT', comments: [comment(5), comment(30)] });
  gh.resolveThread(gh.stateOf(pull).threads[0] ?? '', 'mona');
  const page = (more: string) =>
    bot.graphql(`{viewer{login} ${PULL}{headRefOid reviewThreads(first:1${more}){totalCount pageInfo{hasNextPage endCursor}
      nodes{isResolved isOutdated line subjectType resolvedBy{login} comments(first:1){nodes{fullDatabaseId author{login __typename} viewerDidAuthor isMinimized}}}}}}}`);
  const first = await page('');
  const threads = pick(first.data, 'repository.pullRequest.reviewThreads');
  assert.deepEqual(
    [pick(threads, 'totalCount'), pick(threads, 'pageInfo.hasNextPage'), pick(threads, 'nodes.length')],
    [2, true, 1],
  );
  assert.deepEqual(pick(threads, 'nodes.0.comments.nodes.0.author'), { login: 'hullcheck', __typename: 'Bot' });
  assert.deepEqual(
    [pick(threads, 'nodes.0.isResolved'), pick(threads, 'nodes.0.resolvedBy.login'), pick(first.data, 'viewer.login')],
    [true, 'mona', 'hullcheck[bot]'],
  );
  const second = await page(`,after:"${String(pick(threads, 'pageInfo.endCursor'))}"`);
  assert.equal(pick(second.data, 'repository.pullRequest.reviewThreads.nodes.0.line'), 30);
});

test('what the schema or its limits forbid is an error', async (t) => {
  const { gh, bot } = await openShop(t);
  const unknown = await bot.graphql(`{${PULL}{colour}}}`);
  assert.match(String(pick(unknown.errors, '0.message')), /Cannot query field "colour"/);
  assert.deepEqual(types((await bot.graphql(`{${PULL}{reviewThreads{totalCount}}}}`)).errors), ['MISSING_PAGINATION_BOUNDARIES']);
  assert.deepEqual(types((await bot.graphql(`{${PULL}{reviewThreads(first:101){totalCount}}}}`)).errors), [
    'EXCESSIVE_PAGINATION',
  ]);
  assert.equal((await bot.graphql(`{${PULL}{reviewThreads(first:100){totalCount}}}}`)).errors, undefined);
  const missing = await bot.graphql('{repository(owner:"octo",name:"gone"){id} rateLimit{remaining}}');
  assert.deepEqual(
    [types(missing.errors), pick(missing.data, 'repository'), typeof pick(missing.data, 'rateLimit.remaining')],
    [['NOT_FOUND'], null, 'number'],
  );
  await gh.createRepository('octo', 'secret', { private: true });
  assert.deepEqual(types((await bot.graphql('{repository(owner:"octo",name:"secret"){id}}')).errors), ['NOT_FOUND']);
  assert.deepEqual(types((await bot.graphql('{nodes(ids:["PR_nothing"]){id}}')).errors), ['NOT_FOUND']);
  assert.ok((await bot.graphql('{')).errors);
  assert.equal((await new Client(gh, null).post('/graphql', { query: '{viewer{login}}' })).status, 401);
});

test('resolving takes contents: write, hiding and editing pull_requests: write', async (t) => {
  const { gh, shop, pull, bot } = await openShop(t);
  await bot.post('/repos/octo/shop/pulls/1/reviews', { event: 'COMMENT', comments: [comment(5)] });
  const [thread] = gh.stateOf(pull).threads;
  const [said] = thread?.comments ?? [];
  const strong = await installed(gh, shop, EVERYTHING);
  const weak = new Client(gh, gh.actionToken(shop, { pull_requests: 'read' }));
  const resolve = (who: Client, name = 'resolveReviewThread') =>
    who.graphql(`mutation($id:ID!){${name}(input:{threadId:$id}){thread{isResolved viewerCanUnresolve}}}`, {
      id: thread?.nodeId,
    });
  assert.deepEqual([types((await resolve(bot)).errors), thread?.resolvedBy], [['FORBIDDEN'], null]);
  assert.deepEqual(pick((await resolve(strong)).data, 'resolveReviewThread.thread'), {
    isResolved: true,
    viewerCanUnresolve: true,
  });
  assert.equal(pick((await resolve(strong, 'unresolveReviewThread')).data, 'unresolveReviewThread.thread.isResolved'), false);
  const hide = (who: Client) =>
    who.graphql(
      'mutation($id:ID!){minimizeComment(input:{subjectId:$id,classifier:OUTDATED}){minimizedComment{isMinimized minimizedReason}}}',
      { id: said?.nodeId },
    );
  assert.deepEqual([types((await hide(weak)).errors), said?.minimized], [['FORBIDDEN'], null]);
  assert.deepEqual(pick((await hide(bot)).data, 'minimizeComment.minimizedComment'), {
    isMinimized: true,
    minimizedReason: 'outdated',
  });
  const edit = (who: Client, body: string) =>
    who.graphql(
      'mutation($id:ID!,$body:String!){updatePullRequestReviewComment(input:{pullRequestReviewCommentId:$id,body:$body}){pullRequestReviewComment{body}}}',
      { id: said?.nodeId, body },
    );
  assert.deepEqual(types((await edit(weak, 'x')).errors), ['FORBIDDEN']);
  assert.deepEqual(types((await edit(bot, 'x'.repeat(65_537))).errors), ['UNPROCESSABLE']);
  assert.equal(
    pick((await edit(bot, 'fixed in abc')).data, 'updatePullRequestReviewComment.pullRequestReviewComment.body'),
    'fixed in abc',
  );
});

test('a thread outside the diff is taken silently and shown nowhere', async (t) => {
  const { bot } = await openShop(t);
  const id = pick((await bot.graphql(`{${PULL}{id}}}`)).data, 'repository.pullRequest.id');
  const add = (line: number) =>
    bot.graphql(
      'mutation($id:ID!,$line:Int!){addPullRequestReviewThread(input:{pullRequestId:$id,path:"Dockerfile",line:$line,body:"x"}){thread{line}}}',
      { id, line },
    );
  assert.equal(pick((await add(15)).data, 'addPullRequestReviewThread.thread.line'), 15);
  assert.equal(pick((await add(5)).data, 'addPullRequestReviewThread.thread.line'), 5);
  const listed = await bot.get('/repos/octo/shop/pulls/1/comments');
  assert.equal(pick(listed.body, 'length'), 0);
});

test('a commit on a branch needs the head it expects', async (t) => {
  const { gh, shop, pull, bot: weak } = await openShop(t);
  const strong = await installed(gh, shop, EVERYTHING);
  const mutation = 'mutation($input:CreateCommitOnBranchInput!){createCommitOnBranch(input:$input){commit{oid}}}';
  const commit = (who: Client, expectedHeadOid: string, path = 'new.txt', deletions: { path: string }[] = []) => {
    const branch = { repositoryNameWithOwner: 'octo/shop', branchName: 'fix' };
    const fileChanges = { additions: [{ path, contents: Buffer.from('new\n').toString('base64') }], deletions };
    return who.graphql(mutation, { input: { branch, expectedHeadOid, message: { headline: 'Fix', body: 'It' }, fileChanges } });
  };
  const head = pull.head.sha;
  const stale = await shop.git.commitOf('main');
  assert.deepEqual(types((await commit(strong, stale ?? '')).errors), ['STALE_DATA']);
  assert.deepEqual(types((await commit(weak, head)).errors), ['FORBIDDEN']);
  assert.deepEqual(types((await commit(strong, head, '.github/workflows/x.yml')).errors), ['FORBIDDEN']);
  assert.deepEqual(types((await commit(strong, head, 'x', [{ path: 'missing' }])).errors), ['UNPROCESSABLE']);
  assert.equal(pull.head.sha, head);
  const made = await commit(strong, head, 'new.txt', [{ path: 'other.txt' }]);
  assert.equal(pick(made.data, 'createCommitOnBranch.commit.oid'), pull.head.sha);
  assert.deepEqual(
    [(await gh.file(shop, 'fix', 'new.txt'))?.toString(), await gh.file(shop, 'fix', 'other.txt')],
    ['new\n', null],
  );
});
