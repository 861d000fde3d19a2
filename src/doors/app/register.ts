// Registers the App on GitHub through a page in the browser, for this machine only; credentials go into the data folder.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { convert, type Registered } from './convert.ts';
import { type Credentials, saveCredentials } from './credentials.ts';
import type { ServeSettings } from './environment.ts';
import { WEBHOOKS } from './ingress.ts';
import { listen } from './listen.ts';
import type { Logger } from './log.ts';
import { appYaml, manifest } from './manifest.ts';
import { askPage, donePage, problemPage } from './register-page.ts';

interface Registering {
  settings: ServeSettings;
  log: Logger;
  stop: AbortSignal;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;
const BACK = '/registered';

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function send(response: ServerResponse, status: number, html: string, action = ''): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${action}; frame-ancestors 'none'; base-uri 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(html);
}

function ask(url: URL, base: string, webUrl: string, state: string): string {
  const hook = url.searchParams.get('hook') || `${base}${WEBHOOKS}`;
  const organization = url.searchParams.get('organization') ?? '';
  const wrongHook = !/^https?:/.test(hook) || !URL.canParse(hook);
  const wrongOwner = organization !== '' && !/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(organization);
  const problem = wrongHook ? 'The address is no http or https URL.' : wrongOwner ? 'That is no name of an organization.' : null;
  const used = wrongHook ? `${base}${WEBHOOKS}` : hook;
  const owner = wrongOwner ? '' : organization;
  return askPage({
    webUrl,
    organization: owner,
    hook: used,
    manifest: manifest(appYaml(), used, `${base}${BACK}`),
    state,
    problem,
  });
}

/** Waits until somebody has registered the App in a browser; `stopped` when the process is told to end before. */
export async function register(
  registering: Registering,
): Promise<{ credentials: Credentials } | { problem: string } | { stopped: true }> {
  const { settings, log, stop } = registering;
  if (!LOOPBACK.test(settings.host))
    return {
      problem: `There are no credentials: APP_ID, PRIVATE_KEY and WEBHOOK_SECRET are not set. Set them, or unset HOST (${settings.host}) to register the App from this machine's browser.`,
    };
  const state = randomBytes(32).toString('hex');
  let registered: (result: Registered) => void;
  const done = new Promise<Registered>((resolve) => {
    registered = resolve;
  });
  let base = '';

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const own = LOOPBACK.test((request.headers.host ?? '').replace(/:\d+$/, ''));
    const url =
      own && request.method === 'GET' && URL.canParse(request.url ?? '', base) ? new URL(request.url ?? '', base) : null;
    if (url?.pathname === '/') return send(response, 200, ask(url, base, settings.webUrl, state), settings.webUrl);
    if (url?.pathname === '/health') return send(response, 200, 'ok');
    if (url?.pathname !== BACK) return send(response, 404, problemPage('There is no such page.'));
    const code = url.searchParams.get('code') ?? '';
    if (!same(url.searchParams.get('state') ?? '', state) || !/^[\w-]{1,128}$/.test(code))
      return send(response, 403, problemPage('This does not belong to a registration that was begun here.'));
    const result = await convert(settings.apiUrl, code);
    if ('problem' in result) return send(response, 502, problemPage(result.problem));
    saveCredentials(settings.data, result.credentials);
    response.once('close', () => registered(result));
    send(response, 200, donePage(`${result.url}/installations/new`));
  }

  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16 * 1024 },
    (request, response) => {
      route(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'registering failed');
        if (!response.headersSent) send(response, 500, problemPage('Something went wrong; the log says what.'));
      });
    },
  );
  const listening = await listen(server, settings.host, settings.port);
  if ('problem' in listening) return listening;
  base = listening.url;
  log.info(`There are no credentials yet. Open ${base} in a browser on this machine to register the App on ${settings.webUrl}.`);

  const stopped = new Promise<null>((resolve) => stop.addEventListener('abort', () => resolve(null)));
  const result = await Promise.race([done, stopped]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  if (!result) return { stopped: true };
  log.info(`Registered ${result.url}; its credentials are in ${settings.data}. Install it at ${result.url}/installations/new.`);
  return { credentials: result.credentials };
}
