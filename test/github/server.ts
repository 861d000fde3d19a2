// The HTTP server: reads a request, meets its fault if one is set, has it answered, and writes the answer and the ledger.
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Api, answerRest, linkHeader } from './api.ts';
import { emptied, type Fault, type Faults, type Refusal, refusalOf } from './faults.ts';
import type { Entry, Ledger } from './ledger.ts';
import { notFound, Problem, refused } from './problem.ts';
import type { RateLimits } from './rate-limits.ts';
import { named, newAddress } from './redirects.ts';
import type { Answer } from './route.ts';
import type { Fields } from './world.ts';
import type { AccountCaller, Caller } from './world-app.ts';

const MOST_BODY_BYTES = 200 * 1024 * 1024;

export interface Parts extends Api {
  limits: RateLimits;
  faults: Faults;
  ledger: Ledger;
  graphql: (caller: AccountCaller, body: Fields) => Promise<unknown>;
  page: (path: string) => Promise<string | null>;
}

interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) throw refused(413, 'Payload Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function callerOf(parts: Parts, request: IncomingMessage, entry: Entry): Caller {
  entry.token = 'invalid';
  const caller = parts.callers.of(request.headers.authorization);
  entry.token = caller.kind;
  return caller;
}

function replyOf(answer: Answer, headers: Record<string, string>): Reply {
  const { body } = answer;
  if (body === undefined) return { status: answer.status, headers: { ...headers, ...answer.headers }, body: '' };
  const type = Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json; charset=utf-8' };
  const content = Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const etag = `W/"${createHash('sha1').update(content).digest('hex')}"`;
  return { status: answer.status, headers: { ...headers, ...type, etag, ...answer.headers }, body: content };
}

function problemReply(parts: Parts, error: unknown, headers: Record<string, string>): Reply {
  if (error instanceof Problem) return replyOf({ status: error.status, body: error.body, headers: error.headers }, headers);
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  parts.defects.push(told);
  return replyOf({ status: 500, body: { message: 'Server Error' } }, headers);
}

const isMutation = (body: unknown): boolean => /^\s*mutation\b/m.test(String((body as Fields | null)?.query ?? ''));

async function answer(parts: Parts, request: IncomingMessage, url: URL, text: string, entry: Entry): Promise<Reply> {
  const resource = entry.path === '/graphql' ? 'graphql' : 'core';
  let headers: Record<string, string> = {
    'x-github-request-id': randomUUID().toUpperCase(),
    'x-github-media-type': 'github.v3; format=json',
    server: 'github.com',
  };
  try {
    if (!request.headers['user-agent'])
      throw new Problem(403, {
        message: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
      });
    const caller = callerOf(parts, request, entry);
    const allowed = parts.limits.use(caller, resource);
    headers = { ...headers, ...parts.limits.headers(caller, resource) };
    if (!allowed) throw refused(403, 'API rate limit exceeded');
    if (resource === 'graphql') {
      if (request.method !== 'POST') throw notFound();
      if (caller.kind === 'anonymous' || caller.kind === 'app')
        throw refused(401, 'This endpoint requires you to be authenticated.');
      entry.operation = 'graphql';
      return replyOf({ status: 200, body: await parts.graphql(caller, (entry.body ?? {}) as Fields) }, headers);
    }
    const moved = newAddress(parts.world, entry.path);
    if (moved !== null) {
      const location = `${parts.world.origin}/api/v3${moved}${url.search}`;
      const body = { message: 'Moved Permanently', url: location };
      return replyOf({ status: request.method === 'GET' ? 301 : 307, body, headers: { location } }, headers);
    }
    const call = {
      method: request.method ?? 'GET',
      path: named(parts.world, entry.path),
      search: url.searchParams,
      headers: request.headers,
      text,
      caller,
    };
    const found = await answerRest(parts, call, (operation) => {
      entry.operation = operation;
    });
    const reply = replyOf(found, { ...headers, ...linkHeader(url.href, found.pages) });
    return request.headers['if-none-match'] === reply.headers.etag && request.method === 'GET'
      ? { status: 304, headers: reply.headers, body: '' }
      : reply;
  } catch (error) {
    return problemReply(parts, error, headers);
  }
}

function refusalReply(refusal: Refusal, headers: Record<string, string>): Reply {
  const text = typeof refusal.answer === 'string';
  const body = text ? String(refusal.answer) : JSON.stringify(refusal.answer);
  const type = text ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  return { status: refusal.status, headers: { ...headers, 'content-type': type, ...refusal.headers }, body };
}

/** The answer of a replica that has not seen the newest write: the one it gave last, or one of a time when nothing was there. */
function staleReply(reply: Reply, earlier: Reply | undefined): Reply {
  if (earlier) return earlier;
  const body = reply.status === 200 ? emptied(JSON.parse(String(reply.body))) : null;
  if (body === null) return { ...reply, status: 404, body: JSON.stringify({ message: 'Not Found' }) };
  return { ...reply, body: JSON.stringify(body) };
}

async function faulty(fault: Fault | null, usual: () => Promise<Reply>, earlier: Reply | undefined): Promise<Reply | 'drop'> {
  if (fault?.delay !== undefined) await wait(fault.delay);
  if (fault?.kind === 'drop') return 'drop';
  if (fault?.kind === 'before') return refusalReply(refusalOf(fault), {});
  const reply = await usual();
  if (fault?.kind === 'dropAfter') return 'drop';
  if (fault?.kind === 'after') return refusalReply(refusalOf(fault), {});
  return fault?.kind === 'stale' ? staleReply(reply, earlier) : reply;
}

async function serve(
  parts: Parts,
  lastReads: Map<string, Reply>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', parts.world.origin);
  const html = request.method === 'GET' ? await parts.page(url.pathname) : null;
  if (html !== null) {
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      })
      .end(html);
    return;
  }
  const path = url.pathname.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api\/graphql$/, '/graphql') || '/';
  const entry = parts.ledger.open(request.method ?? 'GET', path, url.search);
  const text = await readBody(request);
  try {
    entry.body = text === '' ? undefined : JSON.parse(text);
  } catch {
    entry.body = text;
  }
  if (path === '/graphql' ? isMutation(entry.body) : entry.method !== 'GET' && entry.method !== 'HEAD')
    parts.ledger.beginWrite(entry);
  const key = `${entry.method} ${url.pathname}${url.search} ${path === '/graphql' ? text : ''}`;
  const fault = parts.faults.take(entry.method, path, text);
  const reply = await faulty(fault, () => answer(parts, request, url, text, entry), lastReads.get(key));
  parts.ledger.close(entry, reply === 'drop' ? 0 : reply.status);
  if (reply === 'drop') {
    request.socket.destroy();
    return;
  }
  if (fault?.kind === 'cut') {
    const bytes = Buffer.from(reply.body);
    response.writeHead(reply.status, { ...reply.headers, 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy());
    return;
  }
  if (!entry.write && fault?.kind !== 'stale' && reply.status === 200) lastReads.set(key, reply);
  response.writeHead(reply.status, reply.headers).end(reply.body);
}

/** Starts to listen on a free port of 127.0.0.1; `origin` of the world is set before the first request. */
export async function listen(parts: Parts): Promise<Server> {
  const lastReads = new Map<string, Reply>();
  const server = createServer((request, response) => {
    serve(parts, lastReads, request, response).catch((error: unknown) => {
      parts.defects.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  parts.world.origin = `http://127.0.0.1:${address.port}`;
  return server;
}
