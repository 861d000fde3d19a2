// Ours with every rule on, beside dclint and compose-lint on the same Compose files: each as a person starts it, start-up and output included.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { folderSubjects } from '../../test/oracle/subjects.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const DCLINT = fileURLToPath(new URL('../../node_modules/dclint/bin/dclint.cjs', import.meta.url));
const RUNS = 5;
/** So many names fit on every command line. */
const MOST = 1000;

interface Linter {
  name: string;
  command: readonly [string, ...string[]];
  install: string;
}

const LINTERS: readonly Linter[] = [
  { name: 'hullcheck, all', command: [process.execPath, CLI, 'check', '--preset', 'all', '--format', 'json'], install: '' },
  { name: 'dclint', command: [process.execPath, DCLINT, '--formatter', 'json'], install: 'npm ci' },
  {
    name: 'compose-lint',
    command: ['compose-lint', 'check', '--allow-partial-coverage', '--format', 'json'],
    install: 'pip install compose-lint',
  },
];

/** Prints a line for each. `work`: an empty folder, for copies that have no other files beside them. */
export function benchLinters(folder: string, work: string): void {
  const files = composeFiles(folder, work);
  console.log('');
  if (files.length === 0) console.log('No Compose files: linters are not compared.');
  let ours = 0;
  for (const { name, command, install } of files.length > 0 ? LINTERS : []) {
    const times = Array.from({ length: RUNS }, () => timed([...command, ...files], work));
    if (times.includes(null)) {
      console.log(`${name} does not run here and is SKIPPED: ${install}`);
      continue;
    }
    const time = times.map(Number).sort((a, b) => a - b)[RUNS >> 1] ?? 0;
    ours ||= time;
    const cells = [
      `${time.toFixed(0)} ms`,
      `${Math.round((files.length / time) * 1000)} files/s`,
      `${(time / ours).toFixed(1)} × ours`,
    ];
    console.log(`${`lint ${files.length} Compose files, ${name}`.padEnd(46)}${cells.map((cell) => cell.padStart(14)).join('')}`);
  }
}

function composeFiles(folder: string, work: string): string[] {
  const paths = [...folderSubjects(folder)].flatMap(({ kind, path }) => (kind === 'compose' ? [path] : []));
  return paths.slice(0, MOST).map((path, i) => {
    const name = join(String(i), basename(path));
    mkdirSync(join(work, String(i)), { recursive: true });
    copyFileSync(path, join(work, name));
    return name;
  });
}

/** Milliseconds; `null`: there is no such program, or it failed. Findings and files that cannot be read end with 1 and 2. */
function timed([program = '', ...args]: readonly string[], cwd: string): number | null {
  const start = performance.now();
  const { status, error } = spawnSync(program, args, { cwd, stdio: 'ignore' });
  return error || status === null || status > 2 ? null : performance.now() - start;
}
