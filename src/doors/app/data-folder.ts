// The folder with the App's state: made, taken by this process alone, and complained about in plain words.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Queue } from '../../queue/queue.ts';

export interface Data {
  queue: Queue;
  /** Names this App's jobs at a container engine; the same after a restart. */
  instance: string;
}

/** SQLite's result codes: https://www.sqlite.org/rescode.html */
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** Loads the queue without Node's remark that its SQLite is experimental; other warnings pass. */
async function loadSqlite() {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).startsWith('SQLite is an experimental feature')) Reflect.apply(emitWarning, process, [warning, ...rest]);
  }) as typeof process.emitWarning;
  try {
    return await import('../../queue/sqlite.ts');
  } finally {
    process.emitWarning = emitWarning;
  }
}

function instanceIn(folder: string): string {
  const path = join(folder, 'instance');
  try {
    const known = readFileSync(path, 'utf8').trim();
    if (/^[0-9a-f-]{36}$/.test(known)) return known;
  } catch {
    // There is none yet.
  }
  const made = randomUUID();
  writeFileSync(path, `${made}\n`);
  return made;
}

function problem(folder: string, error: unknown): string {
  const { errcode, code, message } = error as { errcode?: number; code?: string; message: string };
  if (errcode === BUSY)
    return `${folder} is in use by another Hullcheck. Stop that one, or set HULLCHECK_DATA to another folder.`;
  if (errcode === NOT_A_DATABASE || errcode === CORRUPT)
    return `${join(folder, 'queue.sqlite')} is damaged (${message}). Delete it: no review is lost, GitHub has them all.`;
  const why = errcode === undefined ? (code ?? message) : message;
  return `${folder} cannot be written (${why}). Let this user write there, or set HULLCHECK_DATA to another folder.`;
}

/** Opens the folder, creating it. No other process can until this one ends, however it ends. */
export async function openData(folder: string): Promise<Data | { problem: string }> {
  const { openSqlite } = await loadSqlite();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, 'queue.sqlite');
    writeFileSync(path, '', { flag: 'a', mode: 0o600 });
    const queue = openSqlite(path, Date.now);
    return { queue, instance: instanceIn(folder) };
  } catch (error) {
    return { problem: problem(folder, error) };
  }
}
