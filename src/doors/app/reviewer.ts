// From a wanted head to its review: who we are, tokens for each step, and today's date.
import rules from '../../../rules/index.ts';
import { type GitHub, refusal } from '../../github.ts';
import type { Runner } from '../../job/runner.ts';
import { reviewPullRequest, SUPERSEDED } from '../../pull-request.ts';
import type { Wanted } from '../../queue/lane.ts';
import type { Job } from '../../queue/queue.ts';
import type { Clients } from './clients.ts';
import type { Logger } from './log.ts';
import { mintToken, type Permissions, PUBLISH, READ, SETTLE } from './tokens.ts';

export interface Reviewer {
  /** Speaks as the App itself. */
  app: GitHub;
  clients: Clients;
  runner: Runner;
  log: Logger;
  /** Our name on GitHub: `hullcheck[bot]`. */
  login(): Promise<string>;
}

type State = Parameters<Job['end']>[0];

/** A client for one installation and repository, with no more than these permissions. */
export const clientFor = ({ app, clients }: Reviewer, installation: number, repository: number, permissions: Permissions) =>
  clients.forInstallation(installation, () => mintToken(app, installation, repository, permissions));

/** Tip of the base of a pull request that an event did not tell. */
async function baseOf(github: GitHub, { repository }: Wanted, number: number): Promise<string> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner: repository.owner,
    repo: repository.name,
    pull_number: number,
  });
  return data.base.sha;
}

/** The queue's signal, with the reason that reviewPullRequest knows. */
function superseding(overtaken: AbortSignal): AbortSignal {
  const abort = new AbortController();
  const pass = () => abort.abort(SUPERSEDED);
  overtaken.addEventListener('abort', pass);
  if (overtaken.aborted) pass();
  return abort.signal;
}

/** Rejects when it should be tried again. */
export function reviewing(reviewer: Reviewer): (wanted: Wanted, job: Job) => Promise<State> {
  async function review(wanted: Wanted, job: Job): Promise<State> {
    const { installation, repository, number, head } = wanted;
    const readGithub = clientFor(reviewer, installation, repository.id, READ);
    const base = wanted.base?.sha ?? (await baseOf(readGithub, wanted, number ?? 0));
    const log = reviewer.log.child({ pull: `${repository.owner}/${repository.name}#${number ?? 'group'}`, head });
    const outcome = await reviewPullRequest({
      github: clientFor(reviewer, installation, repository.id, PUBLISH),
      readGithub,
      settleGithub: clientFor(reviewer, installation, repository.id, SETTLE),
      repository,
      number,
      head,
      base,
      login: await reviewer.login(),
      as: 'app',
      after: wanted.after,
      repeated: job.attempt > 1,
      runner: reviewer.runner,
      rules,
      today: new Date().toISOString().slice(0, 10),
      log,
      signal: superseding(job.overtaken),
    });
    const { state, problems } = outcome;
    if (problems.length > 0) log.warn({ problems }, 'not everything could be posted');
    if (state === 'failed') return 'failed';
    return state === 'reviewed' ? 'done' : 'overtaken';
  }

  return (wanted, job) =>
    review(wanted, job).catch((error: unknown) => {
      const { status } = refusal(error);
      if (status !== 403 && status !== 404) throw error;
      reviewer.log.warn({ delivery: job.id, status }, 'GitHub lets this App see the pull request no more');
      return 'overtaken';
    });
}
