// The fake GitHub as a machine: its server, its credentials, its webhooks, its ledger, and the switches that make it fail.
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppOptions, githubActions, ownApp } from './bots.ts';
import { Callers } from './callers.ts';
import { type Fault, Faults } from './faults.ts';
import { answerGraphql } from './graphql/execute.ts';
import { account } from './ids.ts';
import { type AppKey, appKey } from './keys.ts';
import { type Entry, isTokenRequest, Ledger } from './ledger.ts';
import { pageAt } from './page/pull-page.ts';
import { RateLimits } from './rate-limits.ts';
import { Router } from './router.ts';
import { allRoutes } from './routes/all.ts';
import { listen } from './server.ts';
import { type Delivery, Webhooks } from './webhooks.ts';
import type { Account, Fields, Repository, World } from './world.ts';
import type { OwnApp, Permissions } from './world-app.ts';

interface Parts {
  faults: string[];
  world: World;
  key: AppKey;
  folder: string;
  server: Server;
  callers: Callers;
  webhooks: Webhooks;
  switches: Faults;
  ledger: Ledger;
  codes: Set<string>;
}

function emptyWorld(key: AppKey, options: AppOptions, faults: string[]): { world: World; webhooks: Webhooks } {
  const maps = { accounts: new Map(), repositories: new Map(), renamed: new Map(), installations: new Map(), nodes: new Map() };
  const world = { origin: '', nextId: 1_296_000, ...maps } as unknown as World;
  world.actions = githubActions(world);
  world.app = ownApp(world, key, options);
  const webhooks = new Webhooks(world, faults);
  world.emit = (event, repository, payload) => webhooks.emit(event, repository, payload);
  world.later = (work) => webhooks.later(work);
  return { world, webhooks };
}

/** Puts the parts together and starts to listen. */
export async function assemble(options: AppOptions): Promise<Parts> {
  const faults: string[] = [];
  const [folder, key] = await Promise.all([mkdtemp(join(tmpdir(), 'fake-github-')), appKey()]);
  const { world, webhooks } = emptyWorld(key, options, faults);
  const callers = new Callers(world);
  const limits = new RateLimits();
  const codes = new Set<string>();
  const redeem = (code: string): { pem: string } | null => (codes.delete(code) ? { pem: key.pkcs1 } : null);
  const router = new Router(allRoutes({ callers, limits, webhooks, redeem }));
  const switches = new Faults();
  const ledger = new Ledger();
  const server = await listen({
    world,
    callers,
    router,
    defects: faults,
    limits,
    faults: switches,
    ledger,
    graphql: (caller, body) => answerGraphql({ world, caller, limits }, body, faults),
    page: (path) => pageAt(world, path),
  });
  return { faults, world, key, folder, server, callers, webhooks, switches, ledger, codes };
}

export class Machine {
  /** Defects of the fake itself: answers and webhooks that break GitHub's description, and parts it does not model. */
  readonly faults: string[];
  readonly world: World;
  readonly key: AppKey;
  protected readonly parts: Parts;

  constructor(parts: Parts) {
    this.faults = parts.faults;
    this.world = parts.world;
    this.key = parts.key;
    this.parts = parts;
  }

  /** http://127.0.0.1:PORT: pages, and the API as at api.github.com; /api/v3 and /api/graphql as at GitHub Enterprise. */
  get url(): string {
    return this.world.origin;
  }

  /** For GHE_HOST. */
  get host(): string {
    return new URL(this.url).host;
  }

  get app(): OwnApp {
    return this.world.app;
  }

  get deliveries(): readonly Delivery[] {
    return this.parts.webhooks.deliveries;
  }

  get requests(): readonly Entry[] {
    return this.parts.ledger.entries;
  }

  /** Requests without those for tokens. */
  apiRequests(): Entry[] {
    return this.parts.ledger.entries.filter((entry) => !isTokenRequest(entry));
  }

  account(login: string, type?: Account['type']): Account {
    return account(this.world, login, type);
  }

  /** Sends any payload; signed, with the GUID given or a new one. */
  deliver(event: string, payload: Fields, options?: { guid?: string }): Promise<Delivery> {
    return this.parts.webhooks.deliver(event, payload, options);
  }

  /** Sends what was sent under this GUID once more, under the same. */
  async redeliver(guid: string): Promise<Delivery> {
    const delivery = this.deliveries.find((one) => one.guid === guid);
    const sent = delivery && this.parts.webhooks.redeliver(delivery);
    if (!sent) throw new Error(`no delivery ${guid}`);
    return sent;
  }

  /** Resolves when every webhook was answered. */
  idle(): Promise<void> {
    return this.parts.webhooks.idle();
  }

  /** A workflow's GITHUB_TOKEN, with just these permissions. */
  actionToken(repository: Repository, permissions: Permissions = { contents: 'read' }): string {
    return this.parts.callers.actionToken(repository, permissions);
  }

  /** A person's token, with write access to everything. */
  userToken(login: string): string {
    return this.parts.callers.userToken(this.account(login));
  }

  /** Lets every token given so far be an hour old. */
  expireTokens(): void {
    this.parts.callers.expireAll();
  }

  /** A code of the App manifest flow, good once. */
  manifestCode(): string {
    const code = `${this.parts.codes.size}${this.world.nextId.toString(16)}a7f3c2`;
    this.parts.codes.add(code);
    return code;
  }

  /** Lets coming requests go wrong. */
  fault(fault: Fault): void {
    this.parts.switches.add(fault);
  }

  clearFaults(): void {
    this.parts.switches.clear();
  }

  /** Ends the server and its git processes, and deletes its folder; rejects when the fake itself did something wrong. */
  async close(): Promise<void> {
    const { server, folder } = this.parts;
    await this.idle();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    for (const repository of this.world.repositories.values()) repository.git.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    if (this.faults.length > 0) throw new Error(`the fake GitHub did wrong:\n${[...new Set(this.faults)].join('\n')}`);
  }
}
