// How the App starts, refuses to start, ends, and is registered from a browser.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { dataFolder, type Env, endedApp, environment, privateKey, SECRET, send, sign, startApp } from './app/process.ts';

const LISTENS = /It listens at (http:\/\/[\d.:]+)/;
const folders: string[] = [];
const folder = () => {
  folders.push(dataFolder());
  return folders.at(-1) as string;
};
after(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

describe('the App does not start', () => {
  const file = join(folder(), 'file');
  writeFileSync(file, 'no key');
  const wrong: [string, Env, RegExp][] = [
    ['without a secret', { WEBHOOK_SECRET: '' }, /WEBHOOK_SECRET is not set/],
    ["with Probot's default secret", { WEBHOOK_SECRET: 'development' }, /WEBHOOK_SECRET is "development"/],
    ['with a short secret', { WEBHOOK_SECRET: 'fifteen letters' }, /WEBHOOK_SECRET has only 15 characters/],
    ['without an id', { APP_ID: '' }, /APP_ID is not set/],
    ['without a key', { PRIVATE_KEY: '' }, /PRIVATE_KEY is not set/],
    ['with a key that is none', { PRIVATE_KEY: 'secret stuff' }, /PRIVATE_KEY holds no RSA private key/],
    ['with a key file that is none', { PRIVATE_KEY: '', PRIVATE_KEY_PATH: file }, /PRIVATE_KEY_PATH .* holds no RSA private key/],
    ['with a key file that is missing', { PRIVATE_KEY: '', PRIVATE_KEY_PATH: `${file}.pem` }, /cannot be read \(ENOENT\)/],
    ['with a bad port', { PORT: '70000' }, /PORT is "70000"/],
    ['with an unknown level', { LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud"/],
    ['with a host that is none', { GHE_HOST: 'a/b' }, /GHE_HOST is "a\/b"/],
    ['where it cannot write', { HULLCHECK_DATA: join(file, 'x') }, /cannot be written \(ENOTDIR\)/],
    ['with an unknown kind of job', { HULLCHECK_JOB: 'vm' }, /HULLCHECK_JOB is "vm"/],
    ['at an address of another machine', { HOST: '192.0.2.1' }, /Cannot listen at 192\.0\.2\.1/],
  ];
  for (const [how, env, sentence] of wrong)
    it(how, async () => {
      const { code, error } = await endedApp(environment(folder(), env));
      assert.equal(code, 2);
      assert.match(error, sentence);
      assert.doesNotMatch(error, /secret stuff|fifteen letters|\n.*\n|ExperimentalWarning/);
    });

  it('on a queue that is damaged', async () => {
    const data = folder();
    writeFileSync(join(data, 'queue.sqlite'), 'x'.repeat(8192));
    const { code, error } = await endedApp(environment(data));
    assert.equal(code, 2);
    assert.match(error, /queue\.sqlite is damaged/);
  });

  it('without credentials for all the world to register', async () => {
    const { code, error } = await endedApp({ HULLCHECK_DATA: folder(), HOST: '0.0.0.0', PORT: '0' });
    assert.equal(code, 2);
    assert.match(error, /There are no credentials.*unset HOST/);
  });
});

describe('the App starts', () => {
  it('says who it is, where it listens, where its state is, and how jobs run', async () => {
    const data = folder();
    const app = await startApp(environment(data), LISTENS);
    await app.said(/Jobs run as child processes/);
    const [version = ''] = /"version": "[^"]+/.exec(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) ?? [];
    assert.match(app.output(), new RegExp(`Hullcheck ${version.slice(12)} is App 7 on https://github.com`));
    assert.ok(app.output().includes(data));
    assert.doesNotMatch(app.output(), new RegExp(`ExperimentalWarning|PRIVATE KEY|${SECRET}`));
    assert.equal(await app.end('SIGTERM'), 0);
    assert.match(app.output(), /"Ended\."/);
  });

  const oneLine = privateKey.replaceAll('\n', '\\n');
  const forms: [string, string][] = [
    ['with line ends written out', oneLine],
    ['in base64', Buffer.from(privateKey).toString('base64')],
    ['with its line ends lost', privateKey.replaceAll('\n', ' ')],
  ];
  for (const [how, key] of forms)
    it(`with a key ${how}`, async () => {
      const app = await startApp(environment(folder(), { PRIVATE_KEY: key }), LISTENS);
      assert.equal(await app.end('SIGINT'), 0);
    });

  it('alone on its data folder, which a killed one leaves free', async () => {
    const data = folder();
    const app = await startApp(environment(data), LISTENS);
    const second = await endedApp(environment(data));
    assert.equal(second.code, 2);
    assert.match(second.error, /is in use by another Hullcheck/);
    await app.end('SIGKILL');
    const third = await startApp(environment(data), LISTENS);
    assert.equal(await third.end('SIGTERM'), 0);
  });

  it('for people to read where that is wanted', async () => {
    const app = await startApp(environment(folder(), { LOG_FORMAT: 'pretty' }), LISTENS);
    assert.match(app.output(), /^\d\d:\d\d:\d\d info {2}Hullcheck /m);
    await app.end('SIGTERM');
  });
});

describe('registration', () => {
  const conversions: string[] = [];
  const servers: Server[] = [];
  after(() => servers.forEach((server) => void server.close()));

  /** The one route of GitHub that needs no identity; `secret` is what it makes up for the webhook. */
  async function github(secret: string): Promise<string> {
    const server = createServer(({ method, url }, response) => {
      conversions.push(`${method} ${url}`);
      const status = url?.endsWith('/good/conversions') ? 201 : 404;
      response.writeHead(status, { 'content-type': 'application/json' });
      const app = {
        id: 42,
        slug: 'hullcheck-x',
        pem: privateKey,
        webhook_secret: secret,
        html_url: 'http://github.test/apps/hullcheck-x',
      };
      response.end(JSON.stringify(status === 201 ? app : { message: 'Not Found' }));
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const registering = async (data: string, secret: string) =>
    startApp(
      { HULLCHECK_DATA: data, HULLCHECK_JOB: 'process', PORT: '0', GHE_HOST: await github(secret), GHE_PROTOCOL: 'http' },
      /Open (http:\S+)/,
    );
  const unescaped = (html: string) => html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  const field = (html: string, pattern: RegExp) => unescaped(pattern.exec(html)?.[1] ?? '');

  it('posts the manifest to GitHub, takes the code once, and goes on as the App', async () => {
    const data = folder();
    const secret = '0123456789abcdef0123456789abcdef';
    const app = await registering(data, secret);
    const html = await (await fetch(`${app.url}/?organization=acme&hook=https://hooks.test/x`)).text();
    const action = new URL(field(html, /<form method="post" action="([^"]+)"/));
    const manifest = JSON.parse(field(html, /name="manifest" value="([^"]+)"/));
    assert.equal(action.pathname, '/organizations/acme/settings/apps/new');
    assert.deepEqual(manifest.hook_attributes, { url: 'https://hooks.test/x', active: true });
    assert.equal(manifest.default_permissions.checks, 'write');
    assert.ok(manifest.default_events.includes('pull_request'));

    const back = new URL(manifest.redirect_url);
    const state = action.searchParams.get('state') ?? '';
    for (const [code, wrong] of [
      ['good', ''],
      ['good', 'x'.repeat(state.length)],
      ['../x', state],
    ] as const) {
      const forged = await fetch(`${back}?${new URLSearchParams({ code, state: wrong })}`);
      assert.equal(forged.status, 403);
    }
    assert.deepEqual(conversions, []);
    assert.equal((await fetch(`${back}?${new URLSearchParams({ code: 'spent', state })}`)).status, 502);
    const done = await fetch(`${back}?${new URLSearchParams({ code: 'good', state })}`);
    assert.equal(done.status, 200);
    assert.match(unescaped(await done.text()), /http:\/\/github\.test\/apps\/hullcheck-x\/installations\/new/);
    assert.equal(conversions.at(-1), 'POST /api/v3/app-manifests/good/conversions');

    const [, url = ''] = await app.said(/It listens at (http:\/\/[\w.:]+)/);
    assert.equal((await send(url, 'ping', {}, { 'x-hub-signature-256': sign('{}', secret) })).status, 202);
    assert.equal((await send(url, 'ping', {})).status, 401);
    await app.end('SIGTERM');
    assert.doesNotMatch(app.output(), new RegExp(`${secret}|PRIVATE KEY|good`));
    assert.equal(statSync(join(data, 'credentials.env')).mode & 0o777, 0o600);

    const again = await startApp({ HULLCHECK_DATA: data, HULLCHECK_JOB: 'process', PORT: '0', HOST: '127.0.0.1' }, LISTENS);
    assert.match(again.output(), /is App 42/);
    await again.end('SIGTERM');
  });

  it('refuses a weak secret, other hosts, and owners that are no names', async () => {
    const data = folder();
    const app = await registering(data, 'weak');
    const html = await (await fetch(`${app.url}/?organization=${encodeURIComponent('"><script>')}`)).text();
    assert.match(html, /That is no name of an organization/);
    assert.doesNotMatch(html, /<script/);
    const state = new URL(field(html, /<form method="post" action="([^"]+)"/)).searchParams.get('state') ?? '';
    const answered = await fetch(`${app.url}/registered?code=good&state=${state}`);
    assert.equal(answered.status, 502);
    const rebound = request(app.url, { headers: { host: 'attacker.test' } }).end();
    const [response] = await once(rebound, 'response');
    assert.equal(response.resume().statusCode, 404);
    assert.deepEqual(
      readdirSync(data).filter((name) => name.startsWith('credentials')),
      [],
    );
    assert.equal(await app.end('SIGTERM'), 0);
  });

  it('says when what it saved is damaged', async () => {
    const data = folder();
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'credentials.env'), 'APP_ID=1\n');
    const { code, error } = await endedApp({ HULLCHECK_DATA: data, PORT: '0' });
    assert.equal(code, 2);
    assert.match(error, /credentials\.env is damaged/);
  });
});
