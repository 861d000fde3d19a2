// Starts the Action as a workflow's runner does: its inputs, files and addresses in the environment, nothing else.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { GitHub } from '../github/github.ts';
import type { PullRequest } from '../github/world.ts';

const ENTRY = fileURLToPath(new URL('../../src/doors/action.ts', import.meta.url));

export interface ActionRun {
  exitCode: number | null;
  log: string;
  summary: string;
  outputs: Record<string, string>;
  /** A file that the run wrote, by a path from the checkout; `null`: it did not. */
  written(path: string): string | null;
}

export interface Started {
  /** The checkout. */
  files: Record<string, string>;
  inputs?: Record<string, string>;
  github?: GitHub;
  pull?: PullRequest;
  event?: string;
}

export async function runAction({
  files,
  inputs = {},
  github,
  pull,
  event = pull ? 'pull_request' : 'push',
}: Started): Promise<ActionRun> {
  const folder = mkdtempSync(join(tmpdir(), 'hullcheck-action-'));
  const [workspace, temporary] = [join(folder, 'work'), join(folder, 'temp')];
  try {
    for (const one of [workspace, temporary]) mkdirSync(one);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
    const place = (name: string, text: string) => {
      writeFileSync(join(temporary, name), text);
      return join(temporary, name);
    };
    const payload = pull && {
      number: pull.number,
      pull_request: { number: pull.number, head: { sha: pull.head.sha }, base: { sha: pull.base.sha } },
    };
    const [output, summary] = [place('output', ''), place('summary', '')];
    const env = {
      PATH: process.env.PATH,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: pull ? `${pull.repository.owner.login}/${pull.repository.name}` : 'octo/shop',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: place('event.json', JSON.stringify(payload ?? {})),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_API_URL: github?.url ?? 'http://127.0.0.1:9',
      GITHUB_GRAPHQL_URL: `${github?.url ?? 'http://127.0.0.1:9'}/graphql`,
      RUNNER_TEMP: temporary,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    };
    const child = spawn(process.execPath, [ENTRY], { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const found = new Map(Object.keys(files).map((path) => [path, '']));
    const written = new Map<string, string>();
    for (const path of [inputs['sarif-file']].filter((one) => one !== undefined))
      if (!found.has(path)) written.set(path, readFileSync(join(workspace, path), 'utf8'));
    return {
      exitCode,
      log,
      summary: readFileSync(summary, 'utf8'),
      outputs: outputsIn(readFileSync(output, 'utf8')),
      written: (path) => written.get(path) ?? null,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The runner's own form: `name<<delimiter`, lines, `delimiter`. */
function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm)].map(([, name = '', , value = '']) => [name, value]),
  );
}
