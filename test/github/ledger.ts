// Remembers every request in the order of arrival, and how many writes were under way at once.
export interface Entry {
  method: string;
  /** Without /api/v3 and the query. */
  path: string;
  query: string;
  /** Parsed, when it was JSON. */
  body: unknown;
  /** The operation's id in GitHub's description, `graphql`, or null. */
  operation: string | null;
  token: 'anonymous' | 'app' | 'user' | 'installation' | 'action' | 'invalid';
  /** Milliseconds since the epoch. */
  at: number;
  until: number | null;
  /** 0 until it is answered, and where the socket was closed instead. */
  status: number;
  write: boolean;
  /** Writes that were under way when this one arrived, itself included. */
  concurrentWrites: number;
}

export class Ledger {
  readonly entries: Entry[] = [];
  #writing = 0;

  open(method: string, path: string, query: string): Entry {
    const entry: Entry = {
      method,
      path,
      query,
      body: undefined,
      operation: null,
      token: 'anonymous',
      at: Date.now(),
      until: null,
      status: 0,
      write: false,
      concurrentWrites: 0,
    };
    this.entries.push(entry);
    return entry;
  }

  beginWrite(entry: Entry): void {
    entry.write = true;
    this.#writing += 1;
    entry.concurrentWrites = this.#writing;
  }

  close(entry: Entry, status: number): void {
    entry.status = status;
    entry.until = Date.now();
    if (entry.write) this.#writing -= 1;
  }
}

/** Requests for tokens do not count as requests. */
export const isTokenRequest = (entry: Entry): boolean => entry.operation === 'apps/create-installation-access-token';
