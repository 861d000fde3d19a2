// Sends signed webhooks to the App, as GitHub does: once, within ten seconds, and remembered for redelivery.
import { createHmac, randomUUID } from 'node:crypto';
import { nextId } from './ids.ts';
import { isoDate } from './objects.ts';
import { simpleUser } from './shapes/account.ts';
import { repositoryShape } from './shapes/repository.ts';
import { webhookFaults } from './validate.ts';
import type { Fields, Repository, World } from './world.ts';
import type { Installation } from './world-app.ts';

/** https://docs.github.com/webhooks/using-webhooks/best-practices-for-using-webhooks */
const TIMEOUT_MILLISECONDS = 10_000;
const MOST_PAYLOAD_BYTES = 25 * 1024 * 1024;
const REDELIVERABLE_MILLISECONDS = 3 * 24 * 3600 * 1000;
/** Sent to every App with permission for checks, subscribed or not. */
const CHECK_EVENTS = new Set(['check_run', 'check_suite']);

export interface Delivery {
  id: number;
  guid: string;
  event: string;
  action: string | null;
  payload: Fields;
  at: string;
  redelivery: boolean;
  /** Seconds. */
  duration: number;
  /** As GitHub tells it: `OK`, the answer's status text, or why there was no answer. */
  status: string;
  /** 0 when there was no answer. */
  statusCode: number;
  request: { headers: Record<string, string> };
  response: { headers: Record<string, string>; payload: string };
}

function signed(secret: string, algorithm: 'sha256' | 'sha1', body: string): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
}

export class Webhooks {
  readonly deliveries: Delivery[] = [];
  readonly #world: World;
  readonly #defects: string[];
  readonly #pending = new Set<Promise<unknown>>();

  constructor(world: World, defects: string[]) {
    this.#world = world;
    this.#defects = defects;
  }

  #installation(repository: Repository): Installation | null {
    return [...this.#world.installations.values()].find((one) => one.repositories.has(repository) && !one.suspended) ?? null;
  }

  /** Sends an event of a repository if the App is installed there and wants such events. */
  emit(event: string, repository: Repository, payload: Fields): Promise<void> {
    const installation = this.#installation(repository);
    const world = this.#world;
    if (!installation) return Promise.resolve();
    const wanted = CHECK_EVENTS.has(event) ? installation.permissions.checks !== undefined : installation.events.includes(event);
    if (!wanted) return Promise.resolve();
    const { owner } = repository;
    const organization = {
      login: owner.login,
      id: owner.id,
      node_id: owner.nodeId,
      ...this.#organizationUrls(owner.login),
      avatar_url: '',
      description: '',
    };
    const whole = {
      ...payload,
      repository: repositoryShape(world, repository),
      ...(owner.type === 'Organization' ? { organization } : {}),
      sender: payload.sender ?? simpleUser(world, owner),
      installation: { id: installation.id, node_id: Buffer.from(`Integration:${installation.id}`).toString('base64') },
    };
    this.#defects.push(...webhookFaults(event, whole));
    return this.deliver(event, whole).then(() => {});
  }

  #organizationUrls(login: string): Fields {
    const url = `${this.#world.origin}/api/v3/orgs/${login}`;
    const below = { repos_url: 'repos', events_url: 'events', hooks_url: 'hooks', issues_url: 'issues' };
    const templates = { members_url: `${url}/members{/member}`, public_members_url: `${url}/public_members{/member}` };
    return { url, ...Object.fromEntries(Object.entries(below).map(([name, path]) => [name, `${url}/${path}`])), ...templates };
  }

  /** Sends any event with any payload; resolves when the App has answered, or has not in time. */
  deliver(event: string, payload: Fields, { guid = randomUUID() as string, redelivery = false } = {}): Promise<Delivery> {
    const delivery: Delivery = {
      id: nextId(this.#world),
      guid,
      event,
      action: typeof payload.action === 'string' ? payload.action : null,
      payload,
      at: isoDate(Date.now()),
      redelivery,
      duration: 0,
      status: 'pending',
      statusCode: 0,
      request: { headers: {} },
      response: { headers: {}, payload: '' },
    };
    this.deliveries.push(delivery);
    const sent = this.#send(delivery).then(() => delivery);
    this.#pending.add(sent);
    return sent.finally(() => this.#pending.delete(sent));
  }

  async #send(delivery: Delivery): Promise<void> {
    const { webhook, id } = this.#world.app;
    const body = JSON.stringify(delivery.payload);
    const started = performance.now();
    delivery.request.headers = {
      accept: '*/*',
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/7a9c3e1',
      'x-github-delivery': delivery.guid,
      'x-github-event': delivery.event,
      'x-github-hook-id': String(webhook.id),
      'x-github-hook-installation-target-id': String(id),
      'x-github-hook-installation-target-type': 'integration',
      'x-hub-signature': signed(webhook.secret, 'sha1', body),
      'x-hub-signature-256': signed(webhook.secret, 'sha256', body),
    };
    try {
      if (webhook.url === null) throw new Error('no webhook URL');
      if (Buffer.byteLength(body) > MOST_PAYLOAD_BYTES) throw new Error('payload too large');
      const signal = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
      const answer = await fetch(webhook.url, {
        method: 'POST',
        headers: delivery.request.headers,
        body,
        signal,
        redirect: 'manual',
      });
      delivery.response = { headers: Object.fromEntries(answer.headers), payload: (await answer.text()).slice(0, 10_000) };
      delivery.statusCode = answer.status;
      delivery.status = answer.ok ? 'OK' : `Invalid HTTP Response: ${answer.status}`;
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      delivery.status = late
        ? 'timed out'
        : error instanceof Error && webhook.url === null
          ? error.message
          : 'failed to connect to host';
    }
    delivery.duration = Math.round(performance.now() - started) / 1000;
  }

  /** Sends a delivery once more, under its own GUID. */
  redeliver(delivery: Delivery): Promise<Delivery> | null {
    if (Date.now() - Date.parse(delivery.at) > REDELIVERABLE_MILLISECONDS) return null;
    return this.deliver(delivery.event, delivery.payload, { guid: delivery.guid, redelivery: true });
  }

  /** Keeps work that goes on behind an answer in sight. */
  later(work: Promise<unknown>): void {
    const kept = work.catch((error: unknown) =>
      this.#defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    this.#pending.add(kept);
    void kept.finally(() => this.#pending.delete(kept));
  }

  /** Resolves when nothing is on its way any more. */
  async idle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }
}
