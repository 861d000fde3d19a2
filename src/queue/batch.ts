// Group commit: whatever asks for the disk in one turn of the event loop shares one transaction and one flush.
import type { DatabaseSync } from 'node:sqlite';

export type Transaction = <T>(write: () => T) => Promise<T>;

/** Runs writes together in one transaction: all are on disk when their promises resolve, none is when they reject. */
export function batching(database: DatabaseSync): Transaction {
  let waiting: { run(): void; settle(error: unknown): void }[] = [];

  const flush = () => {
    const batch = waiting;
    waiting = [];
    let failure: unknown;
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const { run } of batch) run();
      database.exec('COMMIT');
    } catch (error) {
      failure = error ?? new Error('The queue could not be written.');
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
    }
    for (const { settle } of batch) settle(failure);
  };

  return <T>(write: () => T) =>
    new Promise<T>((resolve, reject) => {
      let result: { value: T } | undefined;
      const run = () => {
        result = { value: write() };
      };
      const settle = (error: unknown) => (error === undefined && result ? resolve(result.value) : reject(error));
      if (waiting.push({ run, settle }) === 1) setImmediate(flush);
    });
}
