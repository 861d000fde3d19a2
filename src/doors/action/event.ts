// What started the workflow: which repository, and which pull request if it is one.
import fs from 'node:fs';

export interface PullRequestEvent {
  number: number;
  head: string;
  base: string;
}

export interface Started {
  owner: string;
  name: string;
  /** `null`: the event is of no pull request. */
  pull: PullRequestEvent | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `null`: this is no workflow of a repository, or its event cannot be read. */
export function readEvent(environment: Environment): Started | null {
  const [owner, name] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  if (!owner || !name) return null;
  const { pull_request: pull } = payload(environment.GITHUB_EVENT_PATH);
  return { owner, name, pull: pullRequest(pull) };
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

function payload(file: string | undefined): { pull_request?: unknown } {
  try {
    return Object(JSON.parse(fs.readFileSync(file ?? '', 'utf8')));
  } catch {
    return {};
  }
}
