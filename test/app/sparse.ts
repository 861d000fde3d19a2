// A gate before the fake GitHub that lets through only what an answer must hold: no optional fields, no extra headers, a connection for each request.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What REST's description does not require, what may be null, and what no client should need. */
const LEFT_OUT = new Set([
  'contents_url',
  'blob_url',
  'raw_url',
  'output',
  'pull_requests',
  'started_at',
  'details_url',
  '_links',
  'html_url',
  'url',
  'updated_at',
  'patch_url',
]);
const PASSED = /^(content-type|location|retry-after|x-accepted-github-permissions)$/i;

/** `target`: the fake's address, once it is known. */
export async function sparse(target: () => string | undefined): Promise<{ host: string; close(): Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    while (target() === undefined) await sleep(20);
    const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...headers } = request.headers;
    const answer = await fetch(`${target()}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      redirect: 'manual',
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const text = await answer.text();
    const thin = request.url?.endsWith('/graphql') || text === '' ? text : JSON.stringify(thinned(JSON.parse(text)));
    const kept = [...answer.headers].filter(([name]) => PASSED.test(name)).map(([name, value]) => [name.toUpperCase(), value]);
    response.sendDate = false;
    response.writeHead(answer.status, { ...Object.fromEntries(kept), CONNECTION: 'close' }).end(thin);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function thinned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(thinned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !LEFT_OUT.has(key))
      .map(([key, inner]) => [key, thinned(inner)]),
  );
}
