// Who the App is on GitHub: from the environment, or as the registration saved it in the data folder.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readPrivateKey } from './private-key.ts';

export interface Credentials {
  appId: number;
  /** PEM. */
  privateKey: string;
  webhookSecret: string;
}

type Env = Readonly<Record<string, string | undefined>>;
export type Read = { credentials: Credentials } | { problem: string } | null;

const FILE = 'credentials.env';
const SECRET_CHARACTERS = 16;
const SECRET_HINT = `Set it to the webhook secret of your App's settings on GitHub: random, at least ${SECRET_CHARACTERS} characters.`;

function keyText(env: Env): { text: string; from: string } | { problem: string } {
  if (env.PRIVATE_KEY) return { text: env.PRIVATE_KEY, from: 'PRIVATE_KEY' };
  const path = env.PRIVATE_KEY_PATH;
  if (!path)
    return { problem: 'PRIVATE_KEY is not set. Set it to the private key (PEM) of your App, or PRIVATE_KEY_PATH to its file.' };
  try {
    return { text: readFileSync(path, 'utf8'), from: `PRIVATE_KEY_PATH (${path})` };
  } catch (error) {
    const { code = 'it cannot be read' } = error as NodeJS.ErrnoException;
    return { problem: `PRIVATE_KEY_PATH: ${path} cannot be read (${code}). Set it to the file with your App's private key.` };
  }
}

function secretProblem(secret: string): string | null {
  if (secret === '') return `WEBHOOK_SECRET is not set. ${SECRET_HINT}`;
  if (secret === 'development') return `WEBHOOK_SECRET is "development", which anybody can guess. ${SECRET_HINT}`;
  if (secret.length < SECRET_CHARACTERS) return `WEBHOOK_SECRET has only ${secret.length} characters. ${SECRET_HINT}`;
  return null;
}

/** Reads `APP_ID`, `PRIVATE_KEY` or `PRIVATE_KEY_PATH`, `WEBHOOK_SECRET`; `null` when none of them is set. */
export function readCredentials(env: Env): Read {
  if (!env.APP_ID && !env.PRIVATE_KEY && !env.PRIVATE_KEY_PATH && !env.WEBHOOK_SECRET) return null;
  const webhookSecret = env.WEBHOOK_SECRET ?? '';
  const problem = secretProblem(webhookSecret);
  if (problem) return { problem };
  if (!env.APP_ID) return { problem: "APP_ID is not set. Set it to the App ID of your App's settings on GitHub." };
  if (!/^[1-9]\d{0,15}$/.test(env.APP_ID)) return { problem: `APP_ID is ${JSON.stringify(env.APP_ID)}; it is a number.` };
  const key = keyText(env);
  if ('problem' in key) return key;
  const privateKey = readPrivateKey(key.text);
  if (!privateKey)
    return { problem: `${key.from} holds no RSA private key in PEM form. Generate one in your App's settings on GitHub.` };
  return { credentials: { appId: Number(env.APP_ID), privateKey, webhookSecret } };
}

/** What a registration saved in the data folder; `null` when there was none. */
export function savedCredentials(folder: string): Read {
  const path = join(folder, FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : { problem: `${path} cannot be read (${code}).` };
  }
  const read = readCredentials(parseEnv(text));
  if (read && 'credentials' in read) return read;
  return {
    problem: `${path} is damaged: ${read?.problem ?? 'it is empty.'} Restore it, or delete it to register the App again.`,
  };
}

/** Writes them where only this user can read them. Throws the file system's error. */
export function saveCredentials(folder: string, { appId, privateKey, webhookSecret }: Credentials): void {
  const path = join(folder, FILE);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, `APP_ID=${appId}\nWEBHOOK_SECRET="${webhookSecret}"\nPRIVATE_KEY="${privateKey}"\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}
