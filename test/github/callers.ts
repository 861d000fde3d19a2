// Who a request comes from: an App's JWT, an installation's or a workflow's token, a person's token, or nobody.
import { createHmac, createVerify, randomBytes } from 'node:crypto';
import { badCredentials, Problem, refused } from './problem.ts';
import type { Account, Repository, World } from './world.ts';
import type { AccountCaller, Caller, Installation, Level, OwnApp, Permissions } from './world-app.ts';

const MOST_JWT_SECONDS = 600;
const CLOCK_DRIFT_SECONDS = 60;
export const TOKEN_SECONDS = 3600;

interface Known {
  caller: AccountCaller;
  expires: number;
}

function parsePart(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function checkJwt(app: OwnApp, jwt: string): Caller {
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const payload = parsePart(claims);
  const genuine =
    parsePart(head)?.alg === 'RS256' &&
    createVerify('RSA-SHA256').update(`${head}.${claims}`).verify(app.publicKey, Buffer.from(signature, 'base64url'));
  if (!payload || !genuine) throw badCredentials('A JSON web token could not be decoded');
  const { iat, exp, iss } = payload;
  const now = Date.now() / 1000;
  if (String(iss) !== String(app.id) && iss !== app.clientId) throw refused(404, 'Integration not found');
  if (typeof exp !== 'number' || exp <= now)
    throw badCredentials(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  if (exp > now + MOST_JWT_SECONDS + CLOCK_DRIFT_SECONDS)
    throw badCredentials("'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== 'number' || iat > now + CLOCK_DRIFT_SECONDS)
    throw badCredentials("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
  return { kind: 'app', app };
}

export class Callers {
  readonly #world: World;
  readonly #known = new Map<string, Known>();
  readonly #secret = randomBytes(32);

  constructor(world: World) {
    this.#world = world;
  }

  /** The caller that an Authorization header names. */
  of(authorization: string | undefined): Caller {
    if (!authorization) return { kind: 'anonymous' };
    const [, scheme = '', credentials = ''] = /^(\w+) +(\S+)$/.exec(authorization) ?? [];
    const token =
      scheme.toLowerCase() === 'basic'
        ? (Buffer.from(credentials, 'base64').toString('utf8').split(':').pop() ?? '')
        : credentials;
    const known = this.#known.get(token);
    if (known && known.expires > Date.now()) return known.caller;
    if (!known && /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(token)) return checkJwt(this.#world.app, token);
    throw badCredentials();
  }

  /** GitHub's token since 2026: the App's id, then what looks like a JWT. */
  #mint(id: number): string {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ jti: randomBytes(12).toString('hex'), exp: Math.floor(Date.now() / 1000) + TOKEN_SECONDS })}`;
    return `ghs_${id}_${content}.${createHmac('sha256', this.#secret).update(content).digest('base64url')}`;
  }

  installationToken(
    installation: Installation,
    repositories: ReadonlySet<Repository>,
    permissions: Permissions,
  ): { token: string; expires: number } {
    const token = this.#mint(installation.app.id);
    const expires = Date.now() + TOKEN_SECONDS * 1000;
    const { app } = installation;
    this.#known.set(token, {
      caller: { kind: 'installation', account: app.account, bot: app, installation, repositories, permissions, token },
      expires,
    });
    return { token, expires };
  }

  actionToken(repository: Repository, permissions: Permissions): string {
    const bot = this.#world.actions;
    const token = this.#mint(bot.id);
    const caller: Caller = {
      kind: 'action',
      account: bot.account,
      bot,
      repositories: new Set([repository]),
      permissions: { metadata: 'read', ...permissions },
      token,
    };
    this.#known.set(token, { caller, expires: Date.now() + TOKEN_SECONDS * 1000 });
    return token;
  }

  userToken(account: Account): string {
    const token = `ghp_${randomBytes(18).toString('hex')}`;
    this.#known.set(token, { caller: { kind: 'user', account, token }, expires: Number.POSITIVE_INFINITY });
    return token;
  }

  revoke(token: string): void {
    this.#known.delete(token);
  }

  /** Lets every token given so far be an hour old. */
  expireAll(): void {
    for (const known of this.#known.values()) known.expires = 0;
  }
}

const LEVELS: Record<Level, number> = { read: 1, write: 2 };

function has(permissions: Permissions, needs: string): boolean {
  return needs.split(';').some((alternative) =>
    alternative.split(',').every((need) => {
      const [name = '', level = 'read'] = need.trim().split('=');
      const held = permissions[name];
      return held !== undefined && LEVELS[held] >= LEVELS[level as Level];
    }),
  );
}

/** Whether a caller may see that a repository exists. */
export function sees(caller: Caller, repository: Repository): boolean {
  if (!repository.private || caller.kind === 'user') return true;
  return (caller.kind === 'installation' || caller.kind === 'action') && caller.repositories.has(repository);
}

/** Whether a caller has the permissions (as in X-Accepted-GitHub-Permissions) on a repository that it sees. */
export function may(caller: Caller, repository: Repository, needs: string): boolean {
  if (caller.kind === 'user' || (!repository.private && !needs.includes('=write'))) return true;
  if (caller.kind !== 'installation' && caller.kind !== 'action') return false;
  return caller.repositories.has(repository) && has(caller.permissions, needs);
}

/** The account that a caller writes as. */
export function writer(caller: Caller): Account {
  if (caller.kind === 'anonymous' || caller.kind === 'app') throw new Problem(401, { message: 'Requires authentication' });
  return caller.account;
}
