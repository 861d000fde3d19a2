// A pull request on the tests' GitHub, reviewed as the App reviews it: tokens of the installation, a job in this process.
import { createSign } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/rest';
import rules from '../../rules/index.ts';
import { timedFetch } from '../../src/doors/timed-fetch.ts';
import { projectChanges } from '../../src/inspect/changes.ts';
import { hereRunner } from '../../src/job/here.ts';
import { parsers } from '../../src/parse/parsers.ts';
import { newLane } from '../../src/publish/lane.ts';
import { pace } from '../../src/publish/pace.ts';
import { type Outcome, type PullRequestJob, reviewPullRequest } from '../../src/pull-request.ts';
import type { GitHub } from '../github/github.ts';
import type { PullRequest } from '../github/world.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** A token of the App's installation, asked for as an App asks. */
async function installationToken(github: GitHub, pull: PullRequest): Promise<string> {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const content = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: now - 10, exp: now + 300, iss: github.app.id })}`;
  const jwt = `${content}.${createSign('RSA-SHA256').update(content).sign(github.key.pkcs8, 'base64url')}`;
  const app = new Octokit({ auth: jwt, baseUrl: github.url, log: quiet });
  const { owner, name } = pull.repository;
  const { data: installation } = await app.request('GET /repos/{owner}/{repo}/installation', { owner: owner.login, repo: name });
  const { data } = await app.request('POST /app/installations/{installation_id}/access_tokens', {
    installation_id: Number(installation.id),
  });
  return data.token;
}

export interface Reviewing extends Partial<PullRequestJob> {
  /** How fast waits pass that GitHub asks for; default: as asked. */
  haste?: number;
}

/** Also gives the requests that it took, those for tokens aside. */
export async function reviewAsApp(
  github: GitHub,
  pull: PullRequest,
  { haste = 1, ...more }: Reviewing = {},
): Promise<Outcome & { requests: string[] }> {
  const auth = await installationToken(github, pull);
  const client = new Octokit({ auth, baseUrl: github.url, request: { fetch: timedFetch }, log: quiet });
  const started = Date.now();
  pace(
    client,
    newLane({ now: () => started + (Date.now() - started) * haste, sleep: (milliseconds) => sleep(milliseconds / haste) }),
  );
  const before = github.requests.length;
  // As if somebody had pressed re-run: else a head that has its check is left alone.
  const after = Math.max(0, ...[...pull.repository.checkRuns.keys()]);
  const outcome = await reviewPullRequest({
    github: client,
    repository: { owner: pull.repository.owner.login, name: pull.repository.name },
    number: pull.number,
    head: pull.head.sha,
    base: pull.base.sha,
    login: 'hullcheck[bot]',
    as: 'app',
    runner: hereRunner(async () => ({ rules, parsers, compare: projectChanges })),
    rules,
    today: '2026-11-21',
    log: quiet,
    after,
    ...more,
  });
  return { ...outcome, requests: github.requests.slice(before).map(({ method, path, status }) => `${method} ${path} ${status}`) };
}
