// The App as a process, as an operator starts it; and webhooks as GitHub sends them.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../built.ts';

export const SECRET = 'a secret that nobody guesses';
const CLI = built('cli.js');

export const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey;

export const dataFolder = (): string => mkdtempSync(join(tmpdir(), 'hullcheck-app-'));

export type Env = Record<string, string | undefined>;

export const environment = (data: string, more: Env = {}): Env => ({
  APP_ID: '7',
  PRIVATE_KEY: privateKey,
  WEBHOOK_SECRET: SECRET,
  PORT: '0',
  HOST: '127.0.0.1',
  HULLCHECK_DATA: data,
  HULLCHECK_JOB: 'process',
  ...more,
});

/** Nothing of this process's environment but the path. */
export function spawnApp(env: Env): ChildProcess {
  return spawn(process.execPath, [CLI, 'serve'], { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

export interface App {
  url: string;
  /** Everything that it wrote until now. */
  output(): string;
  /** Resolves when the output matches. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ends it by this signal; the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts it and waits for its address; rejects with its output when it ends before. */
export async function startApp(env: Env, listening = /(http:\/\/[\w.:[\]]+)/): Promise<App> {
  const child = spawnApp(env);
  let output = '';
  const ended = once(child, 'close') as Promise<[number | null]>;
  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found) resolve(found);
      };
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', look);
      child.once('close', () => reject(new Error(`The App ended before it said ${pattern}:\n${output}`)));
      look();
    });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const [, url = ''] = await said(listening);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return (await ended)[0];
  };
  return { url, output: () => output, said, end };
}

/** Its exit code and what it wrote to standard error, for one that ends by itself. */
export async function endedApp(env: Env): Promise<{ code: number | null; error: string }> {
  const child = spawnApp(env);
  let error = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    error += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, error };
}

export const sign = (body: string | Buffer, secret = SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** A signed webhook, unless `headers` say otherwise. */
export function send(url: string, event: string, payload: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return fetch(`${url}/api/github/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': event,
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': sign(body),
      ...headers,
    },
  });
}
