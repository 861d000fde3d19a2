// Asks the judge about files: one process for all of them, and one more for each file that kills it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Answer, Task, Timing } from './answer.ts';

/** Answers in the order of the tasks, each as soon as it is there. */
export async function* ask(program: string, tasks: readonly Task[]): AsyncGenerator<Answer> {
  let done = 0;
  while (done < tasks.length) {
    let died = '';
    for await (const line of lines(program, [], tasks.slice(done), (reason) => {
      died = reason;
    })) {
      done++;
      yield JSON.parse(line) as Answer;
    }
    const next = tasks[done];
    if (!next) return;
    done++;
    yield { path: next.path, failure: died || 'no answer' };
  }
}

/** How long the judge's parser takes for Dockerfiles. */
export async function time(program: string, tasks: readonly Task[], passes: number): Promise<Timing> {
  let reason = 'no answer';
  for await (const line of lines(program, ['-times', String(passes)], tasks, (why) => {
    reason = why;
  }))
    return JSON.parse(line) as Timing;
  throw new Error(`The oracle measured nothing: ${reason}`);
}

async function* lines(
  program: string,
  args: readonly string[],
  tasks: readonly Task[],
  died: (reason: string) => void,
): AsyncGenerator<string> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < 500) complaint += text;
  });
  // The process may die while it is still being written to; its exit tells.
  child.stdin.on('error', () => {});
  const closed = once(child, 'close');
  Readable.from(tasks.map(({ kind, path }) => `${JSON.stringify({ kind, path })}\n`)).pipe(child.stdin);
  yield* createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
  const [code] = (await closed) as [number | null];
  if (code !== 0) died(complaint.split('\n')[0] || `ended with ${code}`);
}
