// Starts the Action as a workflow's runner does: its inputs, files and addresses in the environment, nothing else.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { built } from '../built.ts';
import type { GitHub } from '../github/github.ts';
import type { PullRequest } from '../github/world.ts';

const ENTRY = built('action.js');

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
  /** Where the API is, below the address of `github`: `/api/v3` at GitHub Enterprise Server. */
  api?: string;
  github?: GitHub;
  pull?: PullRequest;
  /** The checkout has history: these files come first, and are the base of a pull request. */
  before?: Record<string, string>;
  /** Started by another workflow's run on the pull request, as `workflow_run`: the head's SHA, where it is not the pull request's. */
  after?: { head?: string };
}

export async function runAction({ files, inputs = {}, api = '', github, pull, before, after }: Started): Promise<ActionRun> {
  const folder = mkdtempSync(join(tmpdir(), 'hullcheck-action-'));
  const [workspace, temporary] = [join(folder, 'work'), join(folder, 'temp')];
  try {
    for (const one of [workspace, temporary]) mkdirSync(one);
    const checkout = (these: Record<string, string>) => {
      for (const [path, text] of Object.entries(these)) {
        mkdirSync(dirname(join(workspace, path)), { recursive: true });
        writeFileSync(join(workspace, path), text);
      }
    };
    const base = before && commit(workspace, () => checkout(before));
    const head = before ? commit(workspace, () => checkout(files)) : '';
    if (!before) checkout(files);
    const place = (name: string, text: string) => {
      writeFileSync(join(temporary, name), text);
      return join(temporary, name);
    };
    const event = (number: number, headSha: string, baseSha: string) => ({
      number,
      pull_request: { number, head: { sha: headSha }, base: { sha: baseSha } },
    });
    const payload =
      pull && after
        ? followed(pull, after.head ?? pull.head.sha)
        : pull
          ? event(pull.number, pull.head.sha, pull.base.sha)
          : base
            ? event(1, head, base)
            : {};
    const [output, summary] = [place('output', ''), place('summary', '')];
    const env = {
      PATH: process.env.PATH,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: pull ? `${pull.repository.owner.login}/${pull.repository.name}` : 'octo/shop',
      GITHUB_EVENT_NAME: 'number' in payload ? 'pull_request' : 'push',
      GITHUB_EVENT_PATH: place('event.json', JSON.stringify(payload)),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_API_URL: github ? `${github.url}${api}` : 'http://127.0.0.1:9',
      GITHUB_GRAPHQL_URL: `${github?.url ?? 'http://127.0.0.1:9'}${api === '' ? '' : '/api'}/graphql`,
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
    const written = new Map<string, string>();
    const sarif = inputs['sarif-file'];
    if (sarif !== undefined) written.set(sarif, readFileSync(join(workspace, sarif), 'utf8'));
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

const followed = ({ head }: PullRequest, sha: string) => ({
  action: 'completed',
  workflow_run: {
    event: 'pull_request',
    head_sha: sha,
    head_branch: head.branch,
    head_repository: { owner: { login: head.repository.owner.login } },
  },
});

/** Commits what `change` leaves in the folder; gives the commit's id. */
function commit(folder: string, change: () => void): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=mona', '-c', 'user.email=mona@localhost', '-c', 'commit.gpgsign=false', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  git('init', '-q');
  change();
  git('add', '-A');
  git('commit', '-q', '-m', 'Change');
  return git('rev-parse', 'HEAD').trim();
}

/** The runner's own form: `name<<delimiter`, lines, `delimiter`. */
function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm)].map(([, name = '', , value = '']) => [name, value]),
  );
}
