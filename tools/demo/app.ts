// The App as a process, as `hullcheck serve` starts it, with its data in a folder that goes with it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { GitHub } from '../../test/github/github.ts';

const CLI = fileURLToPath(new URL('../../src/doors/cli.ts', import.meta.url));

export interface RunningApp {
  /** Where it takes webhooks. */
  webhooks: string;
  /** All that it has said. */
  log(): string;
  stop(): Promise<void>;
}

/** Resolves when it listens; rejects with what it said when it ends before. */
export function startApp(github: GitHub, secret: string): Promise<RunningApp> {
  const data = mkdtempSync(join(tmpdir(), 'hullcheck-demo-'));
  const env = {
    PATH: process.env.PATH ?? '',
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.key.pkcs8,
    WEBHOOK_SECRET: secret,
    GHE_HOST: github.host,
    GHE_PROTOCOL: 'http',
    HOST: '127.0.0.1',
    PORT: '0',
    HULLCHECK_DATA: data,
  };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
      const webhooks = /listens at (http:\S+)/.exec(said)?.[1];
      if (webhooks) resolve({ webhooks, log: () => said, stop });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    void ended.then(() => reject(new Error(`The App ended before it listened:\n${said}`)));
  });
}
