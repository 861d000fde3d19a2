// The public door of the App: takes signed webhooks from GitHub, puts them on disk, and says 202. It holds no GitHub token.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { WEBHOOK_BYTES } from '../../limits.ts';
import { wanted } from '../../queue/lane.ts';
import type { Delivery } from '../../queue/queue.ts';
import { type Held, signedBody } from './body.ts';

export interface Ingress {
  secret: string;
  /** Resolves when the delivery is on disk: `false` when it was known already. */
  add(delivery: Delivery): Promise<boolean>;
  /** One line for the operator about each webhook: never its content. */
  tell(fields: { status: number; delivery?: string; event?: string; known?: boolean }): void;
}

export const WEBHOOKS = '/api/github/webhooks';

const ANSWERS: Readonly<Record<number, string>> = {
  200: 'ok',
  202: 'accepted',
  400: 'bad request',
  401: 'signature does not match',
  404: 'not found',
  405: 'method not allowed',
  408: 'request timed out',
  413: 'too large',
  415: 'unsupported media type',
  429: 'too many requests',
  503: 'unavailable',
};

/** Milliseconds: for the headers, and for the whole request. GitHub waits ten seconds for an answer. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
const HEADER_BYTES = 16 * 1024;
const CONNECTIONS = 1_000;
/** How long, in milliseconds, a refused sender may go on until the connection is cut: else it could not read the answer. */
const LINGER = 5_000;

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?', 1)[0] ?? '';

function answer(request: IncomingMessage, response: ServerResponse, status: number): void {
  if (response.headersSent || response.destroyed) return;
  const body = ANSWERS[status] ?? '';
  const headers: Record<string, string | number> = { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) };
  if (status === 405) headers.allow = pathOf(request) === WEBHOOKS ? 'POST' : 'GET, HEAD';
  response.writeHead(status, headers);
  if (request.method !== 'HEAD') response.write(body);
  if (request.complete) return void response.end();
  // Node cuts the connection when a response ends before its request.
  let rest = 0;
  const cut = setTimeout(() => request.destroy(), LINGER);
  request.on('error', () => {}).on('close', () => clearTimeout(cut));
  request.on('end', () => response.end());
  request.on('data', (chunk: Buffer) => {
    rest += chunk.length;
    if (rest > 2 * WEBHOOK_BYTES) request.destroy();
  });
  request.resume();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The status to answer a webhook with; on 202 it is on disk. */
async function receive(request: IncomingMessage, { secret, add, tell }: Ingress, held: Held): Promise<number> {
  if (request.method !== 'POST') return 405;
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return 415;
  const body = await signedBody(request, secret, held);
  if (typeof body === 'number') return body;
  const { 'x-github-delivery': id, 'x-github-event': event } = request.headers;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return 400;
  if (typeof event !== 'string' || !/^[a-z_]{1,64}$/.test(event)) return 400;
  const payload = parsed(body);
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return 400;
  const known = !(await add({ id, event, payload: body, lane: wanted(event, payload)?.lane ?? null }));
  tell({ status: 202, delivery: id, event, known });
  return 202;
}

async function route(request: IncomingMessage, ingress: Ingress, held: Held): Promise<number> {
  const path = pathOf(request);
  if (path === '/health') return request.method === 'GET' || request.method === 'HEAD' ? 200 : 405;
  if (path !== WEBHOOKS) return 404;
  const status = await receive(request, ingress, held);
  if (status >= 400) ingress.tell({ status });
  return status;
}

/** A server that is not listening yet. A webhook that could not be stored is answered 503 and stays failed at GitHub. */
export function ingressServer(ingress: Ingress): Server {
  const held: Held = { bytes: 0 };
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT, maxHeaderSize: HEADER_BYTES, keepAliveTimeout: 5_000 },
    (request, response) => {
      route(request, ingress, held)
        .catch(() => {
          ingress.tell({ status: 503 });
          return 503;
        })
        .then((status) => answer(request, response, status));
    },
  );
  server.maxConnections = CONNECTIONS;
  return server;
}
