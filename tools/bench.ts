// Timings, side by side in one run: start-up on one small file against Node alone, and throughput on many files.
// npm run bench [-- FOLDER] (default: the examples of all rules' pages)
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readPage } from '../test/rules/page.ts';
import { benchLinters } from './bench/linters.ts';
import { benchParsing } from './bench/parsing.ts';
import { benchWebhooks } from './bench/webhooks.ts';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const RULES = new URL('../rules/', import.meta.url);
const RUNS = 101;
const COPIES = 8;

const work = mkdtempSync(join(tmpdir(), 'hullcheck-bench-'));
try {
  console.log(`Node ${process.versions.node}, ${availableParallelism()} CPUs. ${RUNS} runs of each, interleaved.\n`);
  startUp();
  throughput(process.argv[2]);
  benchLinters(process.argv[2] ?? examples(), join(work, 'linters'));
  await benchParsing(process.argv[2] ?? examples());
  await benchWebhooks();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** `hullcheck check` on one small file, next to Node doing nothing. */
function startUp(): void {
  const folder = join(work, 'small');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'Dockerfile'),
    'FROM node:24-bookworm-slim\nWORKDIR /srv\nCOPY . .\nUSER node\nCMD ["node", "server.js"]\n',
  );
  writeFileSync(join(folder, 'compose.yaml'), 'services:\n  web:\n    image: nginx:1.29.3\n    ports: ["127.0.0.1:8080:80"]\n');
  const commands: Record<string, string[]> = {
    'node -e 0': ['-e', '0'],
    'check Dockerfile': [CLI, 'check', 'Dockerfile'],
    'check compose.yaml': [CLI, 'check', 'compose.yaml'],
  };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let i = 0; i <= RUNS; i++) {
    for (const [name, args] of Object.entries(commands)) {
      const { milliseconds } = timed(args, folder);
      if (i > 0) times[name]?.push(milliseconds);
    }
  }
  const alone = quantile(times['node -e 0'] ?? [], 0.5);
  console.log(row('', 'median', '95 %', 'median'));
  for (const [name, all] of Object.entries(times)) {
    const middle = quantile(all, 0.5);
    console.log(
      row(name, `${middle.toFixed(1)} ms`, `${quantile(all, 0.95).toFixed(1)} ms`, `${(middle / alone).toFixed(2)} × node`),
    );
  }
}

/** All files of a folder in one run, with the rules that are on by default and with all. */
function throughput(given: string | undefined): void {
  const folder = given ?? examples();
  const { files } = JSON.parse(timed([CLI, 'check', '--format', 'json', '.'], folder).stdout) as { files: string[] };
  console.log('');
  const shellcheck = spawnSync('shellcheck', ['--version'], { stdio: 'ignore' }).error === undefined;
  for (const preset of ['recommended', 'all'])
    for (const PATH of shellcheck ? ['', process.env.PATH ?? ''] : ['']) {
      const runs = Array.from(
        { length: 5 },
        () => timed([CLI, 'check', '--preset', preset, '--format', 'json', '.'], folder, { PATH }).milliseconds,
      );
      const time = quantile(runs, 0.5);
      console.log(
        row(
          `check ${files.length} files, ${preset}${PATH === '' ? '' : ', ShellCheck'}`.padEnd(44),
          `${time.toFixed(0)} ms`,
          `${Math.round((files.length / time) * 1000)} files/s`,
        ),
      );
    }
}

/** Every example of every page in a folder of its own, several times. */
function examples(): string {
  const root = join(work, 'examples');
  const once = join(root, '0');
  for (const on of ['dockerfile', 'compose', 'project']) {
    for (const name of readdirSync(new URL(on, RULES)).filter((one) => one.endsWith('.md'))) {
      const page = readPage(
        readFileSync(new URL(`${on}/${name}`, RULES), 'utf8'),
        on === 'dockerfile' ? 'Dockerfile' : 'compose.yaml',
      );
      page.examples.forEach((example, i) => {
        for (const [path, text] of example.files) {
          const file = join(once, on, name.slice(0, -3), String(i), path);
          mkdirSync(join(file, '..'), { recursive: true });
          writeFileSync(file, text);
        }
      });
    }
  }
  for (let i = 1; i < COPIES; i++) cpSync(once, join(root, String(i)), { recursive: true });
  return root;
}

/** `environment`: what differs from ours; without a PATH there is no ShellCheck. */
function timed(args: string[], cwd: string, environment: NodeJS.ProcessEnv = {}): { milliseconds: number; stdout: string } {
  const env = { ...process.env, ...environment };
  const start = performance.now();
  const { stdout, status, error } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error || status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status ?? error?.message}`);
  return { milliseconds: performance.now() - start, stdout };
}

/** The number below which `share` of them lie. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

function row(...cells: string[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(34) : cell.padStart(12))).join('');
}
