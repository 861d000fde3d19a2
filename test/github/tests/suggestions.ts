// Suggestions: applied to exactly the commented lines, and refused where GitHub refuses them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GitHub, SuggestionRefused, startGitHub } from '../github.ts';
import { type Client, installed, numbered, openShop, pick } from './client.ts';

const block = (text: string, fence = '```') => `Better:\n${fence}suggestion\n${text}${fence}\n`;

async function comment(bot: Client, where: Record<string, unknown>, body: string): Promise<number> {
  const made = await bot.post('/repos/octo/shop/pulls/1/comments', {
    path: 'Dockerfile',
    commit_id: [...bot.gh.world.repositories.values()][0]?.pulls.get(1)?.head.sha,
    body,
    ...where,
  });
  assert.equal(made.status, 201, made.text);
  return Number(pick(made.body, 'id'));
}

const refusal = (work: Promise<string>, why: RegExp) =>
  assert.rejects(work, (error) => error instanceof SuggestionRefused && why.test(error.message));

test('a suggestion replaces its lines in a commit by both, and its thread is resolved', async (t) => {
  const { gh, shop, pull, bot } = await openShop(t);
  const id = await comment(bot, { start_line: 4, line: 5 }, block('four\n```\nfive\n', '````'));
  const sha = await gh.applySuggestion(id, 'hubot');
  const expected = numbered(40, { 4: 'four', 5: '```\nfive', 30: 'thirty' });
  assert.deepEqual([(await gh.file(shop, 'fix', 'Dockerfile'))?.toString(), pull.head.sha], [expected, sha]);
  const commit = await bot.get(`/repos/octo/shop/commits/${sha}`);
  assert.match(String(pick(commit.body, 'commit.message')), /^Update Dockerfile\n\nCo-authored-by: hullcheck\[bot\] </);
  assert.deepEqual([pick(commit.body, 'author.login'), pick(commit.body, 'commit.verification.verified')], ['hubot', true]);
  assert.equal(gh.stateOf(pull).threads[0]?.resolvedBy?.login, 'hubot');
});

test('an empty suggestion deletes, several go into one commit', async (t) => {
  const { gh, shop, bot } = await openShop(t);
  const ids = [await comment(bot, { line: 5 }, block('')), await comment(bot, { line: 30 }, block('one\ntwo\n'))];
  await gh.applySuggestions(ids);
  const lines = numbered(40).split('\n');
  lines.splice(29, 1, 'one', 'two');
  lines.splice(4, 1);
  assert.equal((await gh.file(shop, 'fix', 'Dockerfile'))?.toString(), lines.join('\n'));
});

async function odd(
  t: { after: (work: () => Promise<void>) => void },
  text: string,
): Promise<{ gh: GitHub; bot: Client; now: () => Promise<string> }> {
  const gh = await startGitHub();
  t.after(() => gh.close());
  const shop = await gh.createRepository('octo', 'shop');
  await gh.commit(shop, 'fix', { files: { Dockerfile: text } });
  await gh.openPullRequest(shop, { head: 'fix' });
  return { gh, bot: await installed(gh, shop), now: async () => String(await gh.file(shop, 'fix', 'Dockerfile')) };
}

test('line endings, and a missing one at the end, are kept', async (t) => {
  const { gh, bot, now } = await odd(t, 'one\r\ntwo\r\nthree');
  await gh.applySuggestion(await comment(bot, { line: 2 }, block('2a\n2b\n')));
  assert.equal(await now(), 'one\r\n2a\r\n2b\r\nthree');
  await gh.applySuggestion(await comment(bot, { line: 4 }, block('3\n')));
  assert.equal(await now(), 'one\r\n2a\r\n2b\r\n3');
});

test('what GitHub does not apply is refused, and changes nothing', async (t) => {
  const { gh, shop, pull, bot } = await openShop(t);
  const head = pull.head.sha;
  await refusal(gh.applySuggestion(await comment(bot, { line: 5, side: 'LEFT' }, block('x\n'))), /deleted lines/);
  await refusal(gh.applySuggestion(await comment(bot, { line: 5 }, block('five\n'))), /change nothing/);
  await refusal(gh.applySuggestion(await comment(bot, { line: 5 }, 'no block')), /no suggestion/);
  await refusal(gh.applySuggestion(await comment(bot, { subject_type: 'file' }, block('x\n'))), /on no line/);
  const pair = [await comment(bot, { start_line: 4, line: 5 }, block('a\n')), await comment(bot, { line: 5 }, block('b\n'))];
  await refusal(gh.applySuggestions(pair), /one suggestion per line/);
  await bot.post('/repos/octo/shop/pulls/1/reviews', { comments: [{ path: 'Dockerfile', line: 6, body: block('x\n') }] });
  const pending = gh.stateOf(pull).threads.at(-1)?.comments[0]?.id ?? 0;
  await refusal(gh.applySuggestion(pending), /pending/);
  assert.equal(pull.head.sha, head);
  await gh.push(shop, 'fix', { files: { Dockerfile: numbered(40, { 5: 'other', 30: 'thirty' }) } });
  await refusal(gh.applySuggestions(pair.slice(0, 1)), /outdated/);
  const fresh = await comment(bot, { line: 5 }, block('x\n'));
  await gh.setOpen(pull, false);
  await refusal(gh.applySuggestion(fresh), /closed/);
});
