// Standard input, output and error as the commands use them: in colour where wanted, with progress where somebody looks on.
import process from 'node:process';
import { has, type Invocation } from './command.ts';
import { type Progress, progressLine, SILENT } from './progress.ts';
import { columns, write } from './stream.ts';

export interface Terminal {
  readonly cwd: string;
  print(text: string): Promise<void>;
  /** One line on standard error. */
  complain(text: string): Promise<void>;
  /** Whether standard output (`toFile`: a file) is to have colours. */
  colours(invocation: Invocation, toFile: boolean): boolean;
  /** Columns, where standard output is a terminal. */
  width(): number | undefined;
  /** At most `limit` bytes and what came with the last of them, so that too much can be told. */
  input(limit: number): Promise<Buffer>;
  progress(invocation: Invocation): Progress;
}

export function processTerminal(): Terminal {
  const { env } = process;
  return {
    cwd: process.cwd(),
    width: () => columns(1),
    print: (text) => write(1, text),
    complain: (text) => write(2, `hullcheck: ${text}\n`),
    colours(invocation, toFile) {
      if (has(invocation, 'no-color')) return false;
      if (has(invocation, 'color')) return true;
      if (env.NO_COLOR) return false;
      if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
      return !toFile && env.TERM !== 'dumb' && columns(1) !== undefined;
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
    progress: (invocation) => (env.TERM === 'dumb' || has(invocation, 'quiet') ? SILENT : progressLine()),
  };
}
