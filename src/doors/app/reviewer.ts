// From a wanted head to its review: who we are, tokens for each step, and today's date.
import rules from '../../../rules/index.ts';
import { type GitHub, refusal } from '../../github.ts';
import type { Runner } from '../../job/runner.ts';
import { completion } from '../../publish/completion.ts';
import { endCheck } from '../../publish/end-check.ts';
import { isLimit } from '../../publish/pace.ts';
import { reviewPullRequest, SUPERSEDED } from '../../pull-request.ts';
import type { Wanted } from '../../queue/lane.ts';
import { ATTEMPTS, type Job, type Queue } from '../../queue/queue.ts';
import type { Clients } from './clients.ts';
import type { Logger } from './log.ts';
import { currentName } from './renamed.ts';
import { tipDelivery } from './tip-delivery.ts';
import { mintToken, type Permissions, PUBLISH, READ, SETTLE } from './tokens.ts';

export interface Reviewer {
  /** Speaks as the App itself. */
  app: GitHub;
  clients: Clients;
  runner: Runner;
  log: Logger;
  queue: Pick<Queue, 'add'>;
  /** Tells replicas of this App apart; the same after a restart. */
  instance: string;
  /** Whether open pull requests of a repository that the App is added to are reviewed. */
  reviewsAdded: boolean;
  /** Our name on GitHub: `hullcheck[bot]`. */
  login(): Promise<string>;
}

type State = Parameters<Job['end']>[0];

/** What GitHub refuses is tried again so often before it is taken for an answer: it may be ill, or not know yet what it told us. */
const TRIES = { ill: 3, refused: 2 } as const;

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

const GIVEN_UP = `The review was begun ${ATTEMPTS} times and did not come to its end. Re-run this check to begin it once more.`;

/** Rejects when it should be tried again. */
export function reviewing(reviewer: Reviewer): (wanted: Wanted, job: Job) => Promise<State> {
  async function review(wanted: Wanted, job: Job): Promise<State> {
    const { installation, repository, number, head } = wanted;
    const readGithub = clientFor(reviewer, installation, repository.id, READ);
    const github = clientFor(reviewer, installation, repository.id, PUBLISH);
    const base = wanted.base?.sha ?? (await baseOf(readGithub, wanted, number ?? 0));
    const place = { github, repository, number, head, base, instance: reviewer.instance };
    if (job.givenUp || job.overtaken.aborted) {
      const state = job.givenUp ? 'failed' : 'superseded';
      await endCheck(place, wanted.after, completion({ state, annotations: [], problems: [GIVEN_UP] }));
      return job.givenUp ? 'failed' : 'overtaken';
    }
    const log = reviewer.log.child({ pull: `${repository.owner}/${repository.name}#${number ?? 'group'}`, head });
    const { state, problems, tip } = await reviewPullRequest({
      ...place,
      readGithub,
      settleGithub: clientFor(reviewer, installation, repository.id, SETTLE),
      login: await reviewer.login(),
      as: 'app',
      after: wanted.after,
      repeated: job.attempt > 1,
      again: (status) => job.attempt < (status >= 500 ? TRIES.ill : TRIES.refused),
      runner: reviewer.runner,
      rules,
      today: new Date().toISOString().slice(0, 10),
      log,
      signal: superseding(job.overtaken),
    });
    if (problems.length > 0) log.warn({ problems }, 'not everything could be posted');
    const next = tip ? tipDelivery(job, wanted, tip) : null;
    if (next) await reviewer.queue.add(next);
    if (state === 'failed') return 'failed';
    return state === 'reviewed' ? 'done' : 'overtaken';
  }

  return async (wanted, job) => {
    try {
      return await review(wanted, job);
    } catch (error) {
      const { status } = refusal(error);
      if (![403, 404, 410].includes(status) || isLimit(error)) throw error;
      const { installation, repository } = wanted;
      const github = clientFor(reviewer, installation, repository.id, READ);
      const renamed = status === 404 ? await currentName(github, repository) : null;
      if (renamed) return review({ ...wanted, repository: renamed }, job);
      if (job.attempt < TRIES.refused) throw error;
      reviewer.log.warn({ delivery: job.id, status }, 'GitHub lets this App see the pull request no more');
      return 'overtaken';
    }
  };
}
