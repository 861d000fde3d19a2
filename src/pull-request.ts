// One pull request, or one merge group, from its event to a posted review: check run, change, rounds, review, check completed.
import { pullRequestChange } from './change/pull-request.ts';
import type { PullNode } from './change/pull-request-query.ts';
import type { Overrides } from './config/read.ts';
import { type GitHub, isArchived, type Log, missingPermission, type Repository, refusal, Uninstalled } from './github.ts';
import type { Runner } from './job/runner.ts';
import type { Finding, Report, Snapshot } from './model.ts';
import { assertOurs, beginCheck, type Check, completeCheck, HeldByOther } from './publish/check-run.ts';
import { worstFirst } from './publish/choose.ts';
import { completion } from './publish/completion.ts';
import { type Conversation, converse, hasToSay, planFor } from './publish/converse.ts';
import type { CheckPlace } from './publish/find-check.ts';
import { COMMENTS_PER_REVIEW } from './publish/limits.ts';
import { isLimit } from './publish/pace.ts';
import type { Plan, PlannedComment } from './publish/plan.ts';
import { type Tip, tipOf } from './publish/tip.ts';
import { shownFindings } from './report/tally.ts';
import { reviewInRounds, type Scan } from './rounds.ts';
import type { Rule } from './rule.ts';

/** Reason of an abort: a newer head of the same pull request is waiting, so that this check is `cancelled`. */
export const SUPERSEDED = 'superseded';

export interface PullRequestJob {
  /** For writes: checks and reviews. */
  github: GitHub;
  /** For reads, with a token that can do no more; default: `github`. */
  readGithub?: GitHub;
  /** For resolving conversations, which needs `contents: write`; default: `github`. */
  settleGithub?: GitHub;
  repository: Repository;
  /** `null`: a merge group; it gets the verdict that its pull request has, and no review. */
  number: number | null;
  /** The commit under review. */
  head: string;
  /** Tip of the base branch: settings are read there. */
  base: string;
  /** Who we are there: `name[bot]` of the App or of the workflow. Comments of others are never taken for ours. */
  login: string;
  /** Keeps apart those who post through one account; absent: there is only one. */
  speaker?: string;
  /** `app`: a check run is made and completed. `action`: the workflow's job is the check, none is made. */
  as: 'app' | 'action';
  /** `never`: nothing is posted on the pull request besides the check. Default `auto`. */
  review?: 'auto' | 'never';
  /** Id of a check run that somebody wants to be run again: only later ones count as begun. */
  after?: number;
  /** It was begun before and did not end: what there is of it is looked up with care, for a read may be older than a write. */
  repeated?: boolean;
  /** Whether a refusal of this status rejects, because whoever runs this tries again; default: never. */
  again?: (status: number) => boolean;
  /** Tells replicas of the App apart; absent: there is only one. */
  instance?: string;
  runner: Runner;
  /** Brings an outside tool for the scripts of a change, where there is one. */
  scanner?: (snapshot: Snapshot) => Promise<Scan | undefined>;
  /** All rules, for reading the settings of the base. */
  rules: readonly Rule[];
  /** What a person said at the door; it wins over the settings. */
  overrides?: Overrides;
  /** Where the settings lie on the base; default `.github/hullcheck.yml`. */
  settingsPath?: string;
  /** Only these of the changed paths are reviewed; default: all. */
  only?: (path: string) => boolean;
  /** `YYYY-MM-DD` */
  today: string;
  log: Log;
  /** Aborted with the reason `SUPERSEDED` when a newer head is to be reviewed; with any other when the process ends. */
  signal?: AbortSignal;
}

export interface Outcome {
  /** `superseded`: the head was overtaken. `gone`: the repository or the pull request cannot be seen any more. */
  state: 'reviewed' | 'superseded' | 'gone' | 'failed';
  report?: Report;
  /** Inline comments that were posted. */
  comments: number;
  /** Shown findings that are no comments: annotations of the check run, or of the workflow's log. */
  annotations: Finding[];
  /** What could not be posted and why, for people. */
  problems: string[];
  /** Of a head that was overtaken: what GitHub told to be the newest instead. */
  tip?: Tip;
}

/**
 * Reviews one head of one pull request. A check that was begun is completed, whatever the pull request holds and GitHub
 * answers. Rejects only when the process ends (`signal`), GitHub stays unreachable or another replica is at work, so that the
 * queue runs it again.
 */
export async function reviewPullRequest(job: PullRequestJob): Promise<Outcome> {
  const { github, repository, number, head, base } = job;
  const place: CheckPlace = { github, repository, number, head, base, ...(job.instance && { instance: job.instance }) };
  let check: Check | string | null = null;
  try {
    check = job.as === 'app' ? await beginCheck(place, job.after ?? 0, job.repeated ?? false) : null;
    if (check !== null && typeof check !== 'string' && check.completed) return nothing('reviewed');
    const begun = check;
    const turn = async () => {
      if (begun !== null && typeof begun !== 'string') await assertOurs(place, begun, job.after ?? 0);
    };
    const result = await reviewed(job, turn, typeof check === 'string' ? [check] : []);
    if (check !== null && typeof check !== 'string') await completeCheck(place, check, completion(result));
    job.log.info(
      { state: result.state, comments: result.comments, annotations: result.annotations.length },
      'pull request reviewed',
    );
    return result;
  } catch (error) {
    if (job.signal?.aborted && job.signal.reason !== SUPERSEDED) throw error;
    const result = job.signal?.aborted ? nothing('superseded') : stopped(error, job.again);
    if (result === null) throw error;
    job.log.warn(
      { status: refusal(error).status, state: result.state, ...(refusal(error).status < 0 && { err: error }) },
      'pull request not reviewed',
    );
    if (check !== null && typeof check !== 'string') await completeCheck(place, check, completion(result)).catch(unlessGone);
    return result;
  }
}

/** From the change to the posted review; only the check is left to do. */
async function reviewed(job: PullRequestJob, turn: () => Promise<void>, problems: string[]): Promise<Outcome> {
  const { github, readGithub = github, settleGithub = github, repository, number, head, login, signal, runner, only } = job;
  const change = await pullRequestChange({ ...job, github: readGithub });
  const { pull, hunks, complete, settings } = change;
  const moved = number !== null && pull !== null && pull.headRefOid !== head;
  const tip = moved ? await tipOf({ readGithub, repository, number, head }) : null;
  const overtaken = tip !== null && (tip.head !== head || !tip.open);
  // A workflow's job goes on and tells what it finds; only comments belong to the newest head.
  if (overtaken && job.as === 'app') return { ...nothing('superseded'), tip };
  signal?.throwIfAborted();
  const report = await reviewInRounds(change, runner, await job.scanner?.(change.snapshot));
  signal?.throwIfAborted();
  if (number === null) return { ...nothing('reviewed', problems), report, annotations: worstFirst(shownFindings(report)) };

  const conversation: Conversation = {
    github,
    readGithub,
    settleGithub,
    repository,
    number,
    head,
    identity: { login, ...(job.speaker !== undefined && { speaker: job.speaker }) },
    report,
    shown: { hunks, complete },
    repeated: job.repeated ?? false,
    only: only ?? (() => true),
    most: Math.min(settings.maxComments, COMMENTS_PER_REVIEW),
    elsewhere: job.as === 'app' ? 'in the annotations of the check' : "in the workflow's log and summary",
    problems,
    ...(job.again && { again: job.again }),
  };
  const plan = await planFor(conversation, pull);
  const wanted = job.review !== 'never' && (hasToSay(plan) || (pull === null && plan.annotations.length > 0));
  const reason = wanted ? cannotPost(pull, overtaken) : null;
  if (!wanted || reason !== null) return outcome(report, plan, [], reason === null ? problems : [...problems, reason]);
  await turn();
  const conversed = await converse(conversation);
  if (conversed.superseded && job.as === 'app') return { ...nothing('superseded'), tip: await tipOf(conversation) };
  if (conversed.superseded) return outcome(report, plan, [], [...problems, OVERTAKEN]);
  return outcome(report, conversed.plan, conversed.posted, [...problems, ...conversed.problems], conversed.unsaid);
}

const OVERTAKEN = 'A newer commit was pushed meanwhile: no comments were posted on this one.';

/** Why there can be no comments; `null`: there can. */
function cannotPost(pull: PullNode | null, overtaken: boolean): string | null {
  if (!pull)
    return 'Comments could not be posted: GitHub asks for the permission `pull_requests: read` to show those that are there.';
  if (overtaken) return OVERTAKEN;
  return pull.state === 'OPEN' ? null : 'The pull request is closed: no comments were posted.';
}

function outcome(
  report: Report,
  plan: Plan,
  posted: readonly PlannedComment[],
  problems: string[],
  unsaid: readonly Finding[] = [],
): Outcome {
  const demoted = plan.comments.filter((one) => !posted.includes(one)).map(({ finding }) => finding);
  return {
    state: 'reviewed',
    report,
    comments: posted.length,
    annotations: worstFirst([...demoted, ...unsaid, ...plan.annotations]),
    problems,
  };
}

const nothing = (state: Outcome['state'], problems: string[] = []): Outcome => ({
  state,
  comments: 0,
  annotations: [],
  problems,
});

/** What becomes of a review that something stopped; `null`: it should be tried again. */
function stopped(error: unknown, again: (status: number) => boolean = () => false): Outcome | null {
  const { status } = refusal(error);
  if (status === 401 || status === 0 || isLimit(error) || error instanceof HeldByOther) return null;
  if (status > 0 && again(status) && !isArchived(error) && missingPermission(error) === undefined) return null;
  if (error instanceof Uninstalled) return nothing('gone', [error.message]);
  if (isArchived(error)) return nothing('gone', ['The repository is archived: nothing can be posted there.']);
  if (status === 404)
    return nothing('gone', [
      'GitHub shows this pull request or its files no more: it is gone, or the permissions `contents: read` and `pull_requests: read` are missing.',
    ]);
  if (status === 403)
    return nothing('failed', [`GitHub asks for the permission \`${missingPermission(error) ?? 'contents: read'}\`.`]);
  if (status < 0) return nothing('failed', ['Something went wrong inside of Hullcheck. Its log says more.']);
  return nothing('failed', [`GitHub answered ${status}. Run the check again when GitHub is well.`]);
}

function unlessGone(error: unknown): void {
  if (![403, 404, 410].includes(refusal(error).status)) throw error;
}
