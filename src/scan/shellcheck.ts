// ShellCheck on the scripts of RUN instructions: one process for all, with no environment, no settings of its own, and limits on time and output.
// https://github.com/koalaman/shellcheck
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SCAN_MILLISECONDS, SCAN_OUTPUT_BYTES, SCAN_SCRIPTS, SCAN_TEXT } from '../limits.ts';
import type { Notice } from '../model.ts';
import type { Scan } from '../rounds.ts';
import { readRemarks } from './shellcheck-output.ts';

// Files that a build brings cannot be followed, ash is known under another name, and there is no file that lacks a first line.
const SENSELESS = ['SC1090', 'SC1091', 'SC2148', 'SC2187', 'SC2239'];

/** `program`: its absolute path. */
export const shellcheck =
  (program: string): Scan =>
  async (scripts) => {
    const [taken, left] = fitting(scripts);
    const notices: Notice[] =
      left === 0 ? [] : [limit(`ShellCheck was not asked about ${left} scripts: these are too many at once.`)];
    const none = Object.fromEntries(scripts.map((script) => [script, []]));
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hullcheck-scan-'));
    try {
      for (const [index, script] of taken.entries()) fs.writeFileSync(path.join(folder, String(index)), script);
      const output = await run(program, folder, taken.length);
      const remarks = typeof output === 'string' ? readRemarks(output, taken) : null;
      if (!remarks)
        return {
          scanned: none,
          notices: [...notices, failure(typeof output === 'string' ? 'it said nothing that can be read' : output.why)],
        };
      return { scanned: { ...none, ...remarks }, notices };
    } catch (error) {
      return { scanned: none, notices: [failure(String(Object(error).message ?? error))] };
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  };

const limit = (message: string): Notice => ({ kind: 'limit', about: 'shellcheck', message });
const failure = (why: string): Notice => ({
  kind: 'failure',
  about: 'shellcheck',
  message: `ShellCheck did not look at the scripts: ${why}. To go on without it: --rule shellcheck=off --rule shellcheck-style=off`,
});

/** As many as there is room for, and how many are left. */
function fitting(scripts: readonly string[]): [string[], number] {
  let room = SCAN_TEXT;
  const taken = scripts.slice(0, SCAN_SCRIPTS).filter((script) => {
    const fits = script.length <= room;
    if (fits) room -= script.length;
    return fits;
  });
  return [taken, scripts.length - taken.length];
}

function run(program: string, cwd: string, count: number): Promise<string | { why: string }> {
  const files = Array.from({ length: count }, (_, index) => String(index));
  const options = ['--norc', '--format=json1', '--severity=style', `--exclude=${SENSELESS.join(',')}`, '--'];
  return new Promise((resolve) => {
    const child = spawn(program, [...options, ...files], {
      cwd,
      env: { LC_ALL: 'C.UTF-8' },
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let why: string | null = null;
    const stop = (because: string) => {
      why ??= because;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(stop, SCAN_MILLISECONDS, `it took longer than ${SCAN_MILLISECONDS / 1000} seconds`);
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > SCAN_OUTPUT_BYTES) stop('it said too much');
      else chunks.push(chunk);
    });
    child.once('error', (error) => stop(error.message));
    child.once('close', (code) => {
      clearTimeout(timer);
      // 1: there are remarks.
      if (why === null && code !== 0 && code !== 1) why = `it ended with ${code ?? 'a signal'}`;
      resolve(why === null ? Buffer.concat(chunks).toString('utf8') : { why });
    });
  });
}
