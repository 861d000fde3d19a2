// What the tests of the fake GitHub share: a plain client, credentials, and a shop with a pull request.
import assert from 'node:assert/strict';
import { createSign } from 'node:crypto';
import type { AppOptions } from '../bots.ts';
import { type GitHub, type PullRequest, type Repository, startGitHub } from '../github.ts';
import type { Permissions } from '../world-app.ts';

export interface Answered {
  status: number;
  headers: Headers;
  body: unknown;
  text: string;
}

/** The value at a path such as `check_runs.0.name`. */
export function pick(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at === null || at === undefined ? undefined : (at as Record<string, unknown>)[key]), body);
}

export class Client {
  readonly gh: GitHub;
  readonly token: string | null;

  constructor(gh: GitHub, token: string | null) {
    this.gh = gh;
    this.token = token;
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const authorization: Record<string, string> = this.token === null ? {} : { authorization: `bearer ${this.token}` };
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const answer = await fetch(`${this.gh.url}${path}`, { method, headers: { ...authorization, ...headers }, ...sent });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.startsWith('application/json') && text !== '';
    return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text, text };
  }

  get(path: string, accept?: string): Promise<Answered> {
    return this.ask('GET', path, undefined, accept === undefined ? {} : { accept });
  }

  post(path: string, body?: unknown): Promise<Answered> {
    return this.ask('POST', path, body);
  }

  patch(path: string, body?: unknown): Promise<Answered> {
    return this.ask('PATCH', path, body);
  }

  async graphql(query: string, variables: Record<string, unknown> = {}): Promise<{ data: unknown; errors: unknown }> {
    const { status, body } = await this.post('/graphql', { query, variables });
    assert.equal(status, 200);
    return { data: pick(body, 'data'), errors: pick(body, 'errors') };
  }
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An App's JWT; claims given here replace the right ones. */
export function jwt(gh: GitHub, claims: Record<string, unknown> = {}, key = gh.key.pkcs8, alg = 'RS256'): string {
  const now = Math.floor(Date.now() / 1000);
  const content = `${part({ alg, typ: 'JWT' })}.${part({ iat: now - 60, exp: now + 540, iss: String(gh.app.id), ...claims })}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
}

export const REVIEWER: Permissions = { contents: 'read', pull_requests: 'write', checks: 'write', issues: 'read' };
export const EVERYTHING: Permissions = {
  ...REVIEWER,
  contents: 'write',
  issues: 'write',
  security_events: 'write',
  merge_queues: 'read',
};

/** A client with an installation token of the App, by the two requests that an App makes for it. */
export async function installed(gh: GitHub, repository: Repository, permissions: Permissions = REVIEWER): Promise<Client> {
  const app = new Client(gh, jwt(gh));
  const installation = await app.get(`/repos/${repository.owner.login}/${repository.name}/installation`);
  assert.equal(installation.status, 200, installation.text);
  const token = await app.post(`/app/installations/${String(pick(installation.body, 'id'))}/access_tokens`, {
    repository_ids: [repository.id],
    permissions,
  });
  assert.equal(token.status, 201, token.text);
  return new Client(gh, String(pick(token.body, 'token')));
}

export const numbered = (count: number, change: Record<number, string> = {}): string =>
  Array.from({ length: count }, (_, at) => `${change[at + 1] ?? `line ${at + 1}`}\n`).join('');

export interface Shop {
  gh: GitHub;
  shop: Repository;
  pull: PullRequest;
  bot: Client;
  /** /repos/octo/shop */
  at: string;
}

/**
 * octo/shop with pull request 1, whose `Dockerfile` of forty lines has changes on lines 5 and 30: hunks of the lines 2 to 8 and 27 to 33.
 * It is closed, which proves that the fake did nothing wrong, when the test is over.
 */
export async function openShop(
  t: { after: (work: () => Promise<void>) => void },
  options: AppOptions = {},
  permissions: Permissions = REVIEWER,
): Promise<Shop> {
  const gh = await startGitHub({ permissions: EVERYTHING, ...options });
  t.after(() => gh.close());
  const shop = await gh.createRepository('octo', 'shop', { files: { Dockerfile: numbered(40), 'other.txt': 'same\n' } });
  await gh.commit(shop, 'fix', { files: { Dockerfile: numbered(40, { 5: 'five', 30: 'thirty' }) } });
  const pull = await gh.openPullRequest(shop, { head: 'fix' });
  return { gh, shop, pull, bot: await installed(gh, shop, permissions), at: '/repos/octo/shop' };
}
