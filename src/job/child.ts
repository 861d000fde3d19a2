// One child process: a text goes in, a capped text comes out, and the whole process group is killed at its limits.
import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';

/** Why it ended: by itself, or what it was killed for. */
export type Cause = 'done' | 'time' | 'memory' | 'output' | 'crash';

export interface Ended {
  cause: Cause;
  /** What it wrote on standard output; empty unless `cause` is `done`. */
  output: string;
  /** The last `begin N` that it wrote on standard error, `null` when there was none. */
  begun: number | null;
  /** Exit code or signal. */
  status: number | string;
  /** The first line on standard error that speaks of an error, else the first line, cut at 300 characters: untrusted. */
  words: string;
}

export interface Child {
  command: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  input: string;
  milliseconds: number;
  outputBytes: number;
  /** Is told the process's number, may kill, and gives back what stops it watching. */
  watch?(pid: number, kill: (cause: Cause) => void): () => void;
  /** Does what else is needed so that the work really stops; runs after each end that was not by itself. */
  stop?(): Promise<void>;
}

const LINE = 300;
// The two outputs are separate: which file was begun may arrive after the flood that it caused.
const IN_FLIGHT_MILLISECONDS = 200;
const OUT_OF_HEAP = /heap out of memory|Allocation failed - |Fatal process out of memory/;
const ERROR = /error/i;
const groups = process.platform !== 'win32';

// Whatever still runs when this process ends goes with it.
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach(killGroup));

function killGroup(child: ChildProcess): void {
  try {
    if (groups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // The group is gone already.
  }
}

/** Runs a child to its end. Never rejects: what cannot be started ends as `crash`. */
export function runChild(job: Child): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const child = spawn(job.command, job.args, { env: { ...job.env }, detached: groups, windowsHide: true, stdio: 'pipe' });
  running.add(child);

  let killed: Cause | null = null;
  const kill = (cause: Cause) => {
    killed ??= cause;
    killGroup(child);
  };
  const timer = setTimeout(kill, job.milliseconds, 'time');
  const unwatch = child.pid === undefined ? undefined : job.watch?.(child.pid, kill);

  const chunks: Buffer[] = [];
  let bytes = 0;
  const spend = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= job.outputBytes || killed) return;
    killed = 'output';
    setTimeout(killGroup, IN_FLIGHT_MILLISECONDS, child).unref();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    spend(chunk);
    if (!killed) chunks.push(chunk);
  });
  const errors = readErrors();
  child.stderr.on('data', (chunk: Buffer) => {
    spend(chunk);
    errors.add(chunk.toString('latin1'));
  });

  const end = async (status: number | string, words?: string) => {
    clearTimeout(timer);
    unwatch?.();
    running.delete(child);
    const cause = killed ?? (status === 0 ? 'done' : errors.outOfHeap() ? 'memory' : 'crash');
    if (cause !== 'done') await job.stop?.();
    const output = cause === 'done' ? Buffer.concat(chunks).toString('utf8') : '';
    resolve({ cause, output, begun: errors.begun(), status, words: words ?? errors.words() });
  };
  child.once('close', (code, signal) => void end(code ?? signal ?? 'unknown'));
  child.once('error', (error) => void end('not started', error.message));
  child.stdin.on('error', () => {}); // It ended before it had read everything; its end tells why.
  child.stdin.end(job.input);
  return promise;
}

/** Reads standard error line by line and keeps only what is asked for. */
function readErrors() {
  let begun: number | null = null;
  let words = '';
  let heap = false;
  let rest = '';
  const line = (text: string) => {
    const begin = /^begin (\d{1,7})$/.exec(text);
    if (begin) begun = Number(begin[1]);
    else if (words === '' || (ERROR.test(text) && !ERROR.test(words))) words = text.trim();
    heap ||= OUT_OF_HEAP.test(text);
  };
  return {
    add(text: string) {
      const lines = text.split('\n');
      lines[0] = rest + lines[0];
      rest = (lines.pop() ?? '').slice(0, LINE);
      for (const each of lines) line(each.slice(0, LINE));
    },
    begun: () => begun,
    outOfHeap: () => heap,
    words: () => words || rest.trim(),
  };
}
