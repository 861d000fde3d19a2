// A pull request's page shows what was posted, as GitHub would, and nothing that was hidden or hostile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, openShop } from './client.ts';

test('the page shows the check, the review, threads in their hunks and suggestions as diffs', async (t) => {
  const { gh, pull, bot, at } = await openShop(t);
  const output = {
    title: '1 finding',
    summary: 'One **finding**\n\n<details><summary>More</summary>\n\nabout it\n\n</details>',
    annotations: [{ path: 'Dockerfile', start_line: 30, end_line: 30, annotation_level: 'warning', message: 'Thirty & more' }],
  };
  await bot.post(`${at}/check-runs`, {
    name: 'Hullcheck',
    head_sha: pull.head.sha,
    conclusion: 'failure',
    output,
    actions: [{ label: 'Re-scan', description: 'Again', identifier: 'scan' }],
  });
  const body = 'Not five. <!-- hidden marker -->\n```suggestion\nFIVE <5>\n```\n';
  await bot.post(`${at}/pulls/1/reviews`, {
    event: 'COMMENT',
    body: 'Have a look, @mona',
    comments: [{ path: 'Dockerfile', line: 5, body }],
  });
  const { text, headers } = await new Client(gh, null).get('/octo/shop/pull/1/files');
  assert.match(headers.get('content-type') ?? '', /^text\/html/);
  for (const shown of [
    '<strong>Hullcheck</strong>',
    'One <strong>finding</strong>',
    '<details><summary>More</summary>',
    'Thirty &amp; more',
    'Re-scan',
    '<span class="mention">@mona</span>',
    'FIVE &lt;5&gt;',
  ])
    assert.ok(text.includes(shown), shown);
  assert.match(text, /<tr class="del">.*<pre>five<\/pre>/);
  assert.doesNotMatch(text, /hidden marker/);
  const thread = text.indexOf('Not five.');
  assert.ok(text.indexOf('<pre>five</pre>') < thread && thread < text.lastIndexOf('<pre>line 6</pre>'));
  assert.equal((await new Client(gh, null).get('/octo/shop/pull/9')).status, 404);
});

test('nothing in a pull request becomes HTML of its own', async (t) => {
  const { gh, shop, bot, at } = await openShop(t);
  const evil = '<img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">x</a>';
  await gh.commit(shop, 'evil', { files: { [`${evil.replaceAll('/', '')}.txt`]: `${evil}\n` } });
  const pull = await gh.openPullRequest(shop, { head: 'evil', title: evil, body: `${evil}\n\n[x](javascript:alert(4))` });
  await bot.post(`${at}/check-runs`, {
    name: evil,
    head_sha: pull.head.sha,
    output: {
      title: evil,
      summary: evil,
      annotations: [{ path: evil, start_line: 1, end_line: 1, annotation_level: 'failure', message: evil }],
    },
  });
  await bot.post(`${at}/issues/2/comments`, {
    body: `${evil}\n\n<details open ontoggle=alert(5)>\n\n<b onclick="alert(6)">b</b>`,
  });
  const { text } = await new Client(gh, null).get('/octo/shop/pull/2');
  assert.doesNotMatch(text, /<script|<img|<[^>]+\son\w+=|href="javascript/i);
  assert.match(text, /&lt;img src=x onerror=alert\(1\)&gt;/);
});
