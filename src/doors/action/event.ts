// What started the workflow: which repository, and which pull request if it is one, or another workflow's run on one.
import fs from 'node:fs';

export interface PullRequestEvent {
  number: number;
  head: string;
  base: string;
}

/** The head that another workflow ran on. Whoever made the pull request chose the names: GitHub is asked what they mean. */
export interface RunEvent {
  head: string;
  owner: string;
  branch: string;
}

export interface Started {
  owner: string;
  name: string;
  /** `null`: the event is of no pull request. */
  pull: PullRequestEvent | null;
  /** Of the event `workflow_run`, where a pull request started that run. */
  run: RunEvent | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `null`: this is no workflow of a repository, or its event cannot be read. */
export function readEvent(environment: Environment): Started | null {
  const [owner, name] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  if (!owner || !name) return null;
  const { pull_request: pull, workflow_run: ran } = payload(environment.GITHUB_EVENT_PATH);
  return { owner, name, pull: pullRequest(pull), run: workflowRun(ran) };
}

function workflowRun(ran: unknown): RunEvent | null {
  const { event, head_sha, head_branch, head_repository } = Object(ran) as Record<string, unknown>;
  const { login } = Object((Object(head_repository) as { owner?: unknown }).owner) as { login?: unknown };
  const head = commit({ sha: head_sha });
  if (event !== 'pull_request' || !head || typeof head_branch !== 'string' || typeof login !== 'string') return null;
  return { head, owner: login, branch: head_branch };
}

function pullRequest(pull: unknown): PullRequestEvent | null {
  const { number, head, base } = Object(pull) as { number?: unknown; head?: unknown; base?: unknown };
  const [headSha, baseSha] = [commit(head), commit(base)];
  return typeof number === 'number' && headSha && baseSha ? { number, head: headSha, base: baseSha } : null;
}

function commit(side: unknown): string | null {
  const { sha } = Object(side) as { sha?: unknown };
  return typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha) ? sha : null;
}

function payload(file: string | undefined): { pull_request?: unknown; workflow_run?: unknown } {
  try {
    return Object(JSON.parse(fs.readFileSync(file ?? '', 'utf8')));
  } catch {
    return {};
  }
}
