// A job that misbehaves as the texts of its files tell it to: what a parser's defect or an attacker could make of ours.
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import type { Report, Snapshot } from '../../src/model.ts';

const attempts: Record<string, () => unknown> = {
  environment: () => Object.keys(process.env).join(' '),
  'reading a file': () => readFileSync('/etc/hostname', 'utf8'),
  'reading this project': () => readFileSync(new URL('../../README.md', import.meta.url), 'utf8'),
  'writing a file': () => writeFileSync('/tmp/hullcheck-written-by-a-job', ''),
  'starting a process': async () => (await import('node:child_process')).spawnSync('true').status,
  'starting a thread': async () => new (await import('node:worker_threads')).Worker('0', { eval: true }),
  'compiling text': () => Function('return 1')(),
};

async function tryAll(): Promise<Report['notices']> {
  const notices: Report['notices'] = [];
  for (const [about, attempt] of Object.entries(attempts)) {
    try {
      notices.push({ kind: 'limit', about, message: `done: ${await attempt()}` });
    } catch (error) {
      notices.push({ kind: 'limit', about, message: `refused: ${error instanceof Error ? error.name : error}` });
    }
  }
  return notices;
}

function takeMemory(make: () => unknown): void {
  for (const all: unknown[] = []; ; ) all.push(make());
}

/** Also while the pipe is full. */
function writeWithoutEnd(descriptor: number): void {
  for (;;) {
    try {
      writeSync(descriptor, 'x'.repeat(65536));
    } catch {}
  }
}

const deeds: Record<string, (report: Report) => unknown> = {
  spin: () => {
    for (;;);
  },
  objects: () => takeMemory(() => new Array(1000).fill({})),
  buffers: () => takeMemory(() => Buffer.alloc(4 << 20, 1)),
  exit: () => process.exit(3),
  abort: () => process.abort(),
  throw: () => {
    throw new Error('parser lost its way');
  },
  'write without end': () => writeWithoutEnd(1),
  'complain without end': () => writeWithoutEnd(2),
  'try all': async (report) => report.notices.push(...(await tryAll())),
};

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const snapshot: Snapshot = JSON.parse(Buffer.concat(chunks).toString());
const files = snapshot.head.map((file) => file.path);
const report = {
  of: '',
  findings: [],
  fixed: [],
  notices: [...snapshot.notices],
  wants: [],
  files: [],
  verdict: 'pass',
} satisfies Report;
let answer: string | undefined;
for (const [index, { text }] of snapshot.head.entries()) {
  writeSync(2, `begin ${index}\n`);
  if (text.startsWith('send ')) answer = text.slice('send '.length);
  await deeds[text]?.(report);
}
process.stdout.write(answer ?? JSON.stringify({ ...report, files }));
