// The public door of the App: what it takes, what it refuses and how, and that it stays up.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type App, dataFolder, environment, send, sign, startApp } from './app/process.ts';

const MIB = 1024 * 1024;

describe('ingress', () => {
  const data = dataFolder();
  let app: App;
  before(async () => {
    app = await startApp(
      environment(data, { GHE_HOST: '127.0.0.1:9', GHE_PROTOCOL: 'http' }),
      /It listens at (http:\/\/[\d.:]+)/,
    );
  });
  after(async () => {
    await app.end('SIGTERM');
    rmSync(data, { recursive: true });
  });

  async function refusal(response: Response): Promise<[number, string]> {
    return [response.status, await response.text()];
  }

  it('says that it is well', async () => {
    const response = await fetch(`${app.url}/health`);
    assert.deepEqual(await refusal(response), [200, 'ok']);
  });

  it('accepts a signed webhook, and its repetition', async () => {
    const id = { 'x-github-delivery': 'd1' };
    assert.equal((await send(app.url, 'ping', { zen: 'x' }, id)).status, 202);
    assert.equal((await send(app.url, 'ping', { zen: 'x' }, id)).status, 202);
    await app.said(/"delivery":"d1","event":"ping","known":true/);
  });

  it('accepts what is just not too large', async () => {
    const payload = JSON.stringify({ zen: 'x'.repeat(25 * MIB - 10) });
    assert.equal(payload.length, 25 * MIB);
    assert.equal((await send(app.url, 'ping', payload)).status, 202);
  });

  const forged = { zen: 'forged by <script>' };
  const refused: [string, number, () => Promise<Response>][] = [
    ['no signature', 401, () => send(app.url, 'ping', forged, { 'x-hub-signature-256': '' })],
    [
      'another secret',
      401,
      () => send(app.url, 'ping', forged, { 'x-hub-signature-256': sign(JSON.stringify(forged), 'development') }),
    ],
    ['the signature of another body', 401, () => send(app.url, 'ping', forged, { 'x-hub-signature-256': sign('{}') })],
    [
      'a signature cut short',
      401,
      () => send(app.url, 'ping', forged, { 'x-hub-signature-256': sign(JSON.stringify(forged)).slice(0, -1) }),
    ],
    ['SHA-1 alone', 401, () => send(app.url, 'ping', forged, { 'x-hub-signature-256': '', 'x-hub-signature': 'sha1=00' })],
    ['unsigned text that is no JSON', 401, () => send(app.url, 'ping', '{', { 'x-hub-signature-256': sign('') })],
    ['signed text that is no JSON', 400, () => send(app.url, 'ping', '{')],
    ['a list', 400, () => send(app.url, 'ping', '[]')],
    ['a GUID with a line end', 400, () => send(app.url, 'ping', {}, { 'x-github-delivery': 'a\tb' })],
    ['an event of the wrong form', 400, () => send(app.url, 'PING <b>', {})],
    ['a form', 415, () => send(app.url, 'ping', 'payload=%7B%7D', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['too large, as it says', 413, () => send(app.url, 'ping', 'x'.repeat(25 * MIB + 1))],
    ['another method', 405, () => fetch(`${app.url}/api/github/webhooks`)],
    ['another path', 404, () => fetch(`${app.url}/probot`)],
    ['a path above', 404, () => fetch(`${app.url}/api/github/webhooks/../../x`)],
  ];
  for (const [what, status, ask] of refused)
    it(`refuses ${what}`, async () => {
      const [answered, body] = await refusal(await ask());
      assert.equal(answered, status);
      assert.match(body, /^[a-z ]{1,30}$/);
    });

  it('refuses what is too large without having said so, while it comes', async () => {
    const { port } = new URL(app.url);
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/github/webhooks' });
    sent.setHeader('content-type', 'application/json').setHeader('x-hub-signature-256', sign('x'));
    const answered = once(sent, 'response');
    for (let mib = 0; mib < 26; mib++) sent.write(Buffer.alloc(MIB));
    const [response] = await answered;
    assert.equal(response.statusCode, 413);
    sent.destroy();
  });

  it('answers others while one sends its headers slowly', async () => {
    const slow = connect(Number(new URL(app.url).port), '127.0.0.1');
    await once(slow, 'connect');
    slow.write('POST /api/github/webhooks HTTP/1.1\r\nhost: x\r\n');
    assert.equal((await send(app.url, 'ping', {})).status, 202);
    slow.destroy();
  });

  it('refuses headers that are too large', async () => {
    const response = await fetch(`${app.url}/health`, { headers: { 'x-long': 'x'.repeat(20_000) } });
    assert.equal(response.status, 431);
  });

  it('takes 300 webhooks that come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => send(app.url, 'ping', { n })));
    assert.deepEqual(
      answers.filter(({ status }) => status !== 202),
      [],
    );
  });

  it('survives payloads of every wrong shape', async () => {
    const shapes = [
      {},
      { pull_request: null },
      { pull_request: { head: [], base: 'x', number: -1 } },
      { repository: 7, installation: 'x' },
    ];
    for (const event of ['pull_request', 'check_run', 'check_suite', 'unheard_of'])
      for (const shape of shapes)
        for (const action of ['opened', 'rerequested', 7])
          assert.equal((await send(app.url, event, { ...shape, action })).status, 202);
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    assert.equal((await send(app.url, 'pull_request', deep)).status, 202);
    assert.equal((await fetch(`${app.url}/health`)).status, 200);
  });

  it('logs nothing of what it was sent', () => {
    assert.doesNotMatch(app.output(), /forged|script|zen/);
    for (const line of app.output().trimEnd().split('\n')) assert.doesNotThrow(() => JSON.parse(line), line);
  });
});
