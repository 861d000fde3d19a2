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
import type { PullRequestEvent, Started } from './event.ts';
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
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const github = new Octokit({
    auth: inputs.token,
    baseUrl: apiUrl,
    userAgent: `hullcheck/${version}`,
    request: { fetch: timedFetch },
    log: quiet,
  });
  pace(github, newLane({ now: Date.now, sleep: (milliseconds) => sleep(milliseconds) }));
  const folders = (inputs.paths.length > 0 ? inputs.paths : ['']).map((one) =>
    [inputs.workingDirectory, one].filter(Boolean).join('/'),
  );
  try {
    const outcome = await reviewPullRequest({
      github,
      repository: { owner: started.owner, name: started.name },
      ...pull,
      login: inputs.login,
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
    const { status } = refusal(error);
    if (status < 0) throw error;
    return status === 0 ? "GitHub's API did not answer." : `GitHub's API answered ${status}.`;
  }
}
