// Standard input, output and error as the commands use them: complete into slow pipes, silent when nobody reads, in colour where wanted.
import process from 'node:process';
import { terminal as escaped } from '../../report/escape.ts';
import { has, type Invocation } from './command.ts';

export interface Terminal {
  readonly cwd: string;
  /** Resolves when all is written. A reader that went away is no error. */
  print(text: string): Promise<void>;
  /** One line on standard error. */
  complain(text: string): void;
  /** Whether standard output (`toFile`: a file) is to have colours. */
  colours(invocation: Invocation, toFile: boolean): boolean;
  /** Columns, where standard output is a terminal. */
  readonly width: number | undefined;
  /** At most `limit` bytes and one more, so that too much can be told. */
  input(limit: number): Promise<Buffer>;
  progress(invocation: Invocation): Progress;
}

/** One line on standard error that is rewritten, only on a terminal and only when the work takes long. */
export interface Progress {
  step(what: string): void;
  end(): void;
}

const SILENT: Progress = { step: () => {}, end: () => {} };
const PATIENCE = 500;
const PACE = 100;

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    cwd: process.cwd(),
    width: stdout.isTTY ? stdout.columns : undefined,
    print: (text) => new Promise((done) => void stdout.write(text, () => done())),
    complain: (text) => void stderr.write(`hullcheck: ${text}\n`),
    colours(invocation, toFile) {
      if (has(invocation, 'no-color')) return false;
      if (has(invocation, 'color')) return true;
      if (env.NO_COLOR) return false;
      if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
      return !toFile && Boolean(stdout.isTTY) && env.TERM !== 'dumb';
    },
    async input(limit) {
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > limit) break;
      }
      return Buffer.concat(chunks);
    },
    progress: (invocation) => (stderr.isTTY && env.TERM !== 'dumb' && !has(invocation, 'quiet') ? line(stderr) : SILENT),
  };
}

function line(stderr: NodeJS.WriteStream): Progress {
  let next = Date.now() + PATIENCE;
  let shown = false;
  return {
    step(what) {
      const now = Date.now();
      if (now < next) return;
      next = now + PACE;
      shown = true;
      stderr.write(`\r\x1b[K${escaped(what).slice(0, Math.max(20, stderr.columns - 1))}`);
    },
    end() {
      if (shown) stderr.write('\r\x1b[K');
    },
  };
}
