// The queue in one SQLite file that one process owns.
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { batching } from './batch.ts';
import { bell } from './bell.ts';
import { ATTEMPTS, type Delivery, ENDINGS, type Job, type Queue, REMEMBERED } from './queue.ts';
import * as sql from './schema.ts';

interface Row {
  id: string;
  event: string;
  lane: string | null;
  subject: string | null;
  attempt: number;
  /** 0 or 1. */
  overtaken: number;
}

type Begun = Row & { payload: string };

interface Running {
  subject: string | null;
  abort: AbortController;
}

const HOUR = 60 * 60 * 1000;

/**
 * Opens the queue at `path`, creating it; what another process left running waits again. `now` is the clock.
 * Throws SQLite's error: `errcode` 5 when another process has it open, 26 when the file is no database.
 */
export function openSqlite(path: string, now: () => number): Queue {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec(sql.OPEN);
  } catch (error) {
    database.close();
    throw error;
  }
  const transaction = batching(database);
  const { ring, wait } = bell();
  const running = new Map<string, Running>();
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  let prunedAt = 0;

  const statement = (text: string) => {
    const found = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, found);
    return found;
  };
  const one = (text: string, ...values: SQLInputValue[]) => statement(text).get(...values);

  function ended(id: string, state: 'done' | 'failed', reviewed = 0): void {
    statement(sql.END).run({ id, state, reviewed, now: now() });
    statement(sql.DROP_PAYLOAD).run(id);
  }

  function put({ id, event, payload, lane }: Delivery): { added: boolean; overtakes: boolean } {
    const known = one(sql.FIND, id);
    if (known && known.state !== 'failed') return { added: false, overtakes: false };
    const { key = null, subject = null, at = null } = lane ?? {};
    const latest = key === null || at === null ? null : one(sql.LATEST, key, id)?.at;
    const late = subject !== null && at !== null && typeof latest === 'number' && at < latest;
    const state = late ? 'done' : 'received';
    statement(sql.PUT).run({ id, event, lane: key, subject, at, state, now: now() });
    if (!late) statement(sql.PUT_PAYLOAD).run(id, payload);
    const overtakes = key !== null && subject !== null && !late;
    for (const { id: waiting, attempt } of overtakes ? statement(sql.WAITING).all(key, subject) : []) {
      if (attempt === 0) ended(String(waiting), 'done');
      else statement(sql.HASTEN).run({ id: String(waiting), now: now() });
    }
    return { added: true, overtakes };
  }

  function prune(): void {
    if (now() - prunedAt < HOUR) return;
    prunedAt = now();
    statement(sql.PRUNE).run(now() - REMEMBERED);
  }

  /** Rows with nothing to do are ended on the way. */
  function next(): Begun | null {
    for (;;) {
      const row = one(sql.NEXT, now()) as Row | undefined;
      if (!row) return null;
      const last = row.lane === null ? undefined : one(sql.LAST_BEGUN, row.lane);
      const reviewed = last?.reviewed === 1 && last.subject === row.subject;
      if (!reviewed && row.attempt < ATTEMPTS + ENDINGS) {
        statement(sql.BEGIN).run({ id: row.id, now: now() });
        return { ...row, payload: String(one(sql.PAYLOAD, row.id)?.text) };
      }
      ended(row.id, reviewed ? 'done' : 'failed');
    }
  }

  function job(row: Begun): Job {
    const abort = new AbortController();
    if (row.overtaken) abort.abort();
    if (row.lane !== null) running.set(row.lane, { subject: row.subject, abort });
    const leave = async (write: () => void) => {
      await transaction(write);
      if (row.lane !== null) running.delete(row.lane);
      ring();
    };
    return {
      id: row.id,
      event: row.event,
      payload: row.payload,
      attempt: row.attempt + 1,
      overtaken: abort.signal,
      givenUp: row.attempt >= ATTEMPTS,
      end: (state) => leave(() => ended(row.id, state === 'failed' ? 'failed' : 'done', state === 'done' ? 1 : 0)),
      again: (after) => leave(() => void statement(sql.AGAIN).run({ id: row.id, due: now() + after, now: now() })),
    };
  }

  return {
    async add(delivery) {
      const { added, overtakes } = await transaction(() => {
        prune();
        return put(delivery);
      });
      const lane = delivery.lane;
      const current = lane && overtakes ? running.get(lane.key) : undefined;
      if (current && current.subject !== null && current.subject !== lane?.subject) current.abort.abort();
      if (added) ring();
      return added;
    },
    async knows(id) {
      const state = one(sql.FIND, id)?.state;
      return state !== undefined && state !== 'failed';
    },
    async isNew() {
      return typeof one(sql.NEWEST)?.seq !== 'number';
    },
    async take(stop) {
      while (!stop.aborted) {
        const row = await transaction(next);
        if (row) return job(row);
        const due = one(sql.DUE, now())?.due;
        await wait(typeof due === 'number' ? Math.max(1, Math.min(HOUR, due - now())) : HOUR, stop);
      }
      return null;
    },
    async close() {
      ring();
      await transaction(() => {});
      database.close();
    },
  };
}
