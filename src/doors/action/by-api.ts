// The pull request as GitHub's API shows it, reviewed and, where the token may, answered with a review.
import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/rest';
import rules from '../../../rules/index.ts';
import { type Log, refusal } from '../../github.ts';
import type { Runner } from '../../job/runner.ts';
import { newLane } from '../../publish/lane.ts';
import { pace } from '../../publish/pace.ts';
import { type Outcome, reviewPullRequest } from '../../pull-request.ts';
import { scannerFor } from '../cli/scanner.ts';
import { version } from '../cli/version.ts';
import { timedFetch } from '../timed-fetch.ts';
import type { PullRequestEvent, RunEvent, Started } from './event.ts';
import { type Inputs, isUnder } from './inputs.ts';

export interface ApiOptions {
  inputs: Inputs;
  started: Started;
  pull: PullRequestEvent;
  runner: Runner;
  today: string;
  log: Log;
  /** `GITHUB_API_URL` */
  apiUrl: string;
}

/** The outcome with its report, or the sentence that says why the API was of no use. */
export async function reviewByApi({ inputs, started, pull, runner, today, log, apiUrl }: ApiOptions): Promise<Outcome | string> {
  const github = client(inputs.token, apiUrl);
  const folders = (inputs.paths.length > 0 ? inputs.paths : ['']).map((one) =>
    [inputs.workingDirectory, one].filter(Boolean).join('/'),
  );
  try {
    const outcome = await reviewPullRequest({
      github,
      repository: { owner: started.owner, name: started.name },
      ...pull,
      login: inputs.login,
      speaker: inputs.speaker,
      as: 'action',
      review: inputs.review,
      runner,
      scanner: scannerFor,
      rules,
      overrides: inputs.overrides,
      ...(inputs.config !== null && { settingsPath: inputs.config }),
      only: (path) => isUnder(path, folders),
      today,
      log,
    });
    return outcome.report ? outcome : (outcome.problems[0] ?? 'GitHub told nothing about this pull request.');
  } catch (error) {
    return unanswered(error);
  }
}

/** The open pull request that has the head which another workflow ran on, or the sentence that says why there is none. */
export async function pullOfRun(
  { inputs, started, apiUrl }: Pick<ApiOptions, 'inputs' | 'started' | 'apiUrl'>,
  { head, owner, branch }: RunEvent,
): Promise<PullRequestEvent | string> {
  try {
    const { data } = await client(inputs.token, apiUrl).request('GET /repos/{owner}/{repo}/pulls', {
      owner: started.owner,
      repo: started.name,
      state: 'open',
      head: `${owner}:${branch}`,
      per_page: 100,
    });
    const pull = data.find((one) => one.head.sha === head);
    return pull
      ? { number: pull.number, head, base: pull.base.sha }
      : 'No open pull request has this head: nothing was reviewed.';
  } catch (error) {
    return unanswered(error);
  }
}

function client(token: string, baseUrl: string): Octokit {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const userAgent = `hullcheck/${version}`;
  const github = new Octokit({ auth: token, baseUrl, userAgent, request: { fetch: timedFetch }, log: quiet });
  pace(github, newLane({ now: Date.now, sleep: (milliseconds) => sleep(milliseconds) }));
  return github;
}

function unanswered(error: unknown): string {
  const { status } = refusal(error);
  if (status < 0) throw error;
  return status === 0 ? "GitHub's API did not answer." : `GitHub's API answered ${status}.`;
}
