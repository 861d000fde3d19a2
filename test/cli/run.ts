// Runs the command line as a process of its own, in a scrubbed environment and a folder of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { TestContext } from 'node:test';
import { built } from '../built.ts';

export const CLI = built('cli.js');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  input?: string | Buffer;
  env?: Readonly<Record<string, string>>;
  /** Default: the command line as it is installed. */
  program?: string;
}

/** What a shell would hand on, and nothing of the machine that the tests run on. */
export const environment = (extra: RunOptions['env'] = {}): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: os.tmpdir(),
  TMPDIR: os.tmpdir(),
  NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'hullcheck-test-code'),
  ...extra,
});

export function hullcheck(args: readonly string[], { cwd, input = '', env, program = CLI }: RunOptions): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env: environment(env), stdio: 'pipe' });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
  });
}

/** A new folder with these files; it goes when the test ends. */
export function folder(t: TestContext, files: Readonly<Record<string, string | Buffer>>): string {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hullcheck-test-'));
  t.after(() => fs.rmSync(root, { recursive: true, force: true }));
  write(root, files);
  return root;
}

export function write(root: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
}

interface Place {
  line: number;
  column: number;
}

export interface JsonReport {
  version: number;
  verdict: string;
  files: string[];
  findings: {
    rule: string;
    severity: string;
    path: string;
    start: Place;
    end: Place;
    message: string;
    fingerprint: string;
    fix: { title: string; safety: string; edits: { path: string; start: Place; end: Place; text: string }[] } | null;
    hidden: string | null;
  }[];
  fixed: { rule: string; path: string }[];
  notices: { kind: string; about: string; message: string }[];
}

export async function report(args: readonly string[], options: RunOptions): Promise<JsonReport & { code: number | null }> {
  const { code, stdout, stderr } = await hullcheck([...args, '--format', 'json'], options);
  if (stdout === '') throw new Error(`no report, exit code ${code}: ${stderr}`);
  return { ...(JSON.parse(stdout) as JsonReport), code };
}

export const shown = ({ findings }: JsonReport): string[] =>
  findings.filter(({ hidden }) => hidden === null).map(({ rule, path, start }) => `${path}:${start.line} ${rule}`);
