// The demo, run again whenever a source changes. Ctrl-C ends it.
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const demo = fileURLToPath(new URL('tools/demo.ts', root));
const WATCHED = ['src', 'rules', 'tools/demo', 'test/github'];
/** Editors write a file in several steps. */
const SETTLE_MILLISECONDS = 200;

let running: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;

function run(): void {
  const args = ['--disable-warning=ExperimentalWarning', demo];
  running = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  running.once('exit', () => console.log('\nWaiting for a change. Ctrl-C ends it.'));
}

async function again(): Promise<void> {
  const before = running;
  if (before && before.exitCode === null && before.signalCode === null) {
    before.kill('SIGINT');
    await new Promise((resolve) => before.once('exit', resolve));
  }
  console.clear();
  run();
}

for (const folder of WATCHED) {
  watch(fileURLToPath(new URL(folder, root)), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(again, SETTLE_MILLISECONDS);
  });
}
run();
