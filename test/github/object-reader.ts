// Reads Git objects through one long-lived `git cat-file --batch`, and remembers what it read by SHA.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { GitObject } from './git.ts';

const REMEMBERED_BYTES = 64 * 1024 * 1024;
const ISSUED_AT_ONCE = 200;

interface Waiting {
  name: string;
  resolve: (object: GitObject | null) => void;
  reject: (error: Error) => void;
}

export class ObjectReader {
  readonly #directory: string;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #remembered = new Map<string, GitObject>();
  readonly #queue: Waiting[] = [];
  readonly #issued: Waiting[] = [];
  #bytes = 0;
  #child: ChildProcessWithoutNullStreams | null = null;
  #chunks: Buffer[] = [];
  #length = 0;
  #needed = 0;

  constructor(directory: string, environment: NodeJS.ProcessEnv) {
    this.#directory = directory;
    this.#environment = environment;
  }

  read(name: string): Promise<GitObject | null> {
    const known = this.#remembered.get(name);
    if (known) return Promise.resolve(known);
    if (/[\s\0]/.test(name) || name === '') return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.#queue.push({ name, resolve, reject });
      this.#issue();
    });
  }

  close(): void {
    this.#child?.kill();
    this.#child = null;
  }

  #issue(): void {
    this.#child ??= this.#start();
    while (this.#queue.length > 0 && this.#issued.length < ISSUED_AT_ONCE) {
      const next = this.#queue.shift();
      if (!next) return;
      this.#issued.push(next);
      this.#child.stdin.write(`${next.name}\n`);
    }
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = spawn('git', ['cat-file', '--batch'], { cwd: this.#directory, env: this.#environment });
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    child.stdin.on('error', () => {});
    child.on('close', () => {
      if (this.#child === child) this.#child = null;
      for (const { reject } of this.#issued.splice(0)) reject(new Error('git cat-file ended'));
    });
    return child;
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return;
    let rest: Buffer = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    this.#needed = 0;
    while (this.#issued.length > 0) {
      const end = rest.indexOf(10);
      if (end < 0) break;
      const header = rest.toString('utf8', 0, end);
      const found = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(header);
      if (!found) {
        rest = rest.subarray(end + 1);
        this.#issued.shift()?.resolve(null);
        continue;
      }
      const size = Number(found[3]);
      if (rest.length < end + 2 + size) {
        this.#needed = end + 2 + size;
        break;
      }
      const data = Buffer.from(rest.subarray(end + 1, end + 1 + size));
      rest = rest.subarray(end + 2 + size);
      const object = { sha: found[1] ?? '', type: found[2] as GitObject['type'], data };
      this.#remember(object);
      this.#issued.shift()?.resolve(object);
    }
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    this.#issue();
  }

  #remember(object: GitObject): void {
    if (object.data.length > REMEMBERED_BYTES / 8 || this.#remembered.has(object.sha)) return;
    this.#bytes += object.data.length;
    if (this.#bytes > REMEMBERED_BYTES) {
      this.#remembered.clear();
      this.#bytes = object.data.length;
    }
    this.#remembered.set(object.sha, object);
  }
}
