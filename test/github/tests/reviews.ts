// Reviews and their comments: where they may stand, what they may hold, and what becomes of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, numbered, openShop, pick } from './client.ts';

type Where = Record<string, unknown>;

test('comments stand on lines of the hunks, and ranges in one hunk', async (t) => {
  const { gh, pull, bot, at } = await openShop(t);
  const review = async (where: Where) =>
    (
      await bot.post(`${at}/pulls/1/reviews`, {
        event: 'COMMENT',
        commit_id: pull.head.sha,
        comments: [{ path: 'Dockerfile', body: 'x', ...where }],
      })
    ).status;
  const single = async (where: Where) =>
    (await bot.post(`${at}/pulls/1/comments`, { commit_id: pull.head.sha, path: 'Dockerfile', body: 'x', ...where })).status;
  for (const [where, fits] of [
    [{ line: 5 }, true],
    [{ line: 2, side: 'RIGHT' }, true],
    [{ line: 8, side: 'RIGHT' }, true],
    [{ line: 5, side: 'LEFT' }, true],
    [{ line: 1, side: 'RIGHT' }, false],
    [{ line: 9, side: 'RIGHT' }, false],
    [{ line: 15, side: 'LEFT' }, false],
    [{ line: 400 }, false],
    [{ line: 5, side: 'MIDDLE' }, false],
    [{ start_line: 4, line: 6 }, true],
    [{ start_line: 4, start_side: 'RIGHT', line: 6, side: 'RIGHT' }, true],
    [{ start_line: 5, start_side: 'LEFT', line: 5, side: 'RIGHT' }, true],
    [{ start_line: 5, line: 5 }, false],
    [{ start_line: 6, line: 5 }, false],
    [{ start_line: 5, line: 30 }, false],
    [{ start_line: 1, line: 5 }, false],
    [{ start_side: 'RIGHT', line: 5 }, false],
    [{ line: 5, path: 'other.txt' }, false],
    [{ line: 5, path: 'missing' }, false],
    [{}, false],
    [{ position: 1 }, true],
    [{ position: 400 }, false],
  ] as [Where, boolean][]) {
    assert.equal(await review(where), fits ? 200 : 422, `review ${JSON.stringify(where)}`);
    assert.equal(await single(where), fits ? 201 : 422, `comment ${JSON.stringify(where)}`);
  }
  assert.equal(gh.stateOf(pull).threads.length, 16);
});

test('a review with one wrong comment is refused whole', async (t) => {
  const { gh, pull, bot, at } = await openShop(t);
  const comments = [5, 30, 15].map((line) => ({ path: 'Dockerfile', line, body: `line ${line}` }));
  const refused = await bot.post(`${at}/pulls/1/reviews`, { event: 'COMMENT', body: 'all', comments });
  assert.deepEqual([refused.status, gh.stateOf(pull).threads.length, gh.stateOf(pull).reviews.length], [422, 0, 0]);
  const taken = await bot.post(`${at}/pulls/1/reviews`, { event: 'COMMENT', body: 'all', comments: comments.slice(0, 2) });
  assert.deepEqual([taken.status, gh.stateOf(pull).threads.length, gh.stateOf(pull).reviews.length], [200, 2, 1]);
  assert.deepEqual(
    [pick(taken.body, 'user.login'), pick(taken.body, 'state'), pick(taken.body, 'commit_id')],
    ['hullcheck[bot]', 'COMMENTED', pull.head.sha],
  );
});

test('bodies have a longest length, and some need to be there', async (t) => {
  const { bot, at } = await openShop(t);
  const review = async (body: Record<string, unknown>) => (await bot.post(`${at}/pulls/1/reviews`, body)).status;
  const longest = 'b'.repeat(65_536);
  const on = (body: string) => [{ path: 'Dockerfile', line: 5, body }];
  assert.deepEqual(
    [await review({ event: 'COMMENT', body: longest }), await review({ event: 'COMMENT', body: `${longest}b` })],
    [200, 422],
  );
  assert.deepEqual(
    [await review({ event: 'COMMENT', comments: on(longest) }), await review({ event: 'COMMENT', comments: on(`${longest}b`) })],
    [200, 422],
  );
  assert.deepEqual(
    [
      await review({ event: 'COMMENT' }),
      await review({ event: 'COMMENT', body: '' }),
      await review({ event: 'REQUEST_CHANGES' }),
    ],
    [422, 422, 422],
  );
  assert.deepEqual(
    [await review({ event: 'COMMENT', comments: on(' ') }), await review({ event: 'SHOUT', body: 'x' })],
    [422, 422],
  );
  assert.equal(await review({ event: 'COMMENT', body: 'x', commit_id: '1'.repeat(40) }), 422);
  assert.equal(
    await review({ event: 'COMMENT', comments: [{ path: 'Dockerfile', body: 'x', line: 5, subject_type: 'file' }] }),
    422,
  );
  const conversation = async (body: string) => (await bot.post(`${at}/issues/1/comments`, { body })).status;
  assert.deepEqual([await conversation(longest), await conversation(`${longest}b`), await conversation('')], [201, 422, 422]);
});

test('a review without an event is pending, and seen by its author alone', async (t) => {
  const { gh, shop, bot, at } = await openShop(t);
  const pending = await bot.post(`${at}/pulls/1/reviews`, { comments: [{ path: 'Dockerfile', line: 5, body: 'x' }] });
  assert.deepEqual([pick(pending.body, 'state'), pick(pending.body, 'submitted_at')], ['PENDING', undefined]);
  const other = new Client(gh, gh.actionToken(shop, { pull_requests: 'read' }));
  const seen = async (who: Client) => pick((await who.get(`${at}/pulls/1/reviews`)).body, 'length');
  assert.deepEqual([await seen(bot), await seen(other)], [1, 0]);
  assert.equal(pick((await bot.get(`${at}/pulls/1/comments`)).body, 'length'), 0);
  assert.equal((await bot.post(`${at}/pulls/1/reviews`, { body: 'second' })).status, 422);
  const submitted = await bot.post(`${at}/pulls/1/reviews/${String(pick(pending.body, 'id'))}/events`, { event: 'COMMENT' });
  assert.deepEqual([submitted.status, await seen(other)], [200, 1]);
  assert.equal(pick((await bot.get(`${at}/pulls/1/comments`)).body, 'length'), 1);
});

test('a comment on a whole file goes alone, and one can be answered, edited and deleted by its author', async (t) => {
  const { gh, shop, pull, bot, at } = await openShop(t);
  const made = await bot.post(`${at}/pulls/1/comments`, {
    commit_id: pull.head.sha,
    path: 'Dockerfile',
    body: 'all of it',
    subject_type: 'file',
  });
  assert.deepEqual([made.status, pick(made.body, 'subject_type'), pick(made.body, 'line')], [201, 'file', null]);
  const id = String(pick(made.body, 'id'));
  const reply = await bot.post(`${at}/pulls/1/comments/${id}/replies`, { body: 'and more' });
  assert.deepEqual([reply.status, String(pick(reply.body, 'in_reply_to_id'))], [201, id]);
  const other = new Client(gh, gh.actionToken(shop, { pull_requests: 'write' }));
  assert.equal((await other.patch(`${at}/pulls/comments/${id}`, { body: 'not mine' })).status, 403);
  assert.equal(pick((await bot.patch(`${at}/pulls/comments/${id}`, { body: 'edited' })).body, 'body'), 'edited');
  assert.equal((await bot.ask('DELETE', `${at}/pulls/comments/${id}`)).status, 204);
  assert.equal((await bot.get(`${at}/pulls/comments/${id}`)).status, 404);
});

test('after a push a comment moves with its line, or is outdated when the line changed', async (t) => {
  const { gh, shop, pull, bot, at } = await openShop(t);
  const comments = [5, 30].map((line) => ({ path: 'Dockerfile', line, body: 'x' }));
  await bot.post(`${at}/pulls/1/reviews`, { event: 'COMMENT', comments });
  const first = pull.head.sha;
  await gh.push(shop, 'fix', { files: { Dockerfile: `new\n${numbered(40, { 5: 'five', 30: 'three tens' })}` } });
  const { body } = await bot.get(`${at}/pulls/1/comments`);
  assert.deepEqual([pick(body, '0.line'), pick(body, '0.original_line'), pick(body, '0.commit_id')], [6, 5, pull.head.sha]);
  assert.deepEqual(
    [pick(body, '1.line'), pick(body, '1.position'), pick(body, '1.original_line'), pick(body, '1.original_commit_id')],
    [null, null, 30, first],
  );
  assert.match(String(pick(body, '1.diff_hunk')), /^@@ -27,7 \+27,7 @@[^\n]*\n[^+]*\+thirty$/);
  const late = await bot.post(`${at}/pulls/1/reviews`, {
    event: 'COMMENT',
    commit_id: first,
    comments: [{ path: 'Dockerfile', line: 5, body: 'late' }],
  });
  assert.equal(late.status, 200);
});
