// One pull request from its event to a posted review: check run, change, rounds, review, check completed.
import type { Overrides } from './config/read.ts';
import type { GitHub, Log, Repository } from './github.ts';
import type { Runner } from './job/runner.ts';
import type { Finding, Report } from './model.ts';
import type { Rule } from './rule.ts';

/** Reason of an abort: a newer head of the same pull request is waiting, so that this check is `cancelled`. */
export const SUPERSEDED = 'superseded';

export interface PullRequestJob {
  /** For writes: checks and reviews. */
  github: GitHub;
  /** For reads, with a token that can do no more; default: `github`. */
  readGithub?: GitHub;
  repository: Repository;
  number: number;
  /** The commit under review. */
  head: string;
  /** Tip of the base branch: settings are read there. */
  base: string;
  /** Who we are there: `name[bot]` of the App or of the workflow. Comments of others are never taken for ours. */
  login: string;
  /** `app`: a check run is made and completed. `action`: the workflow's job is the check, none is made. */
  as: 'app' | 'action';
  /** `never`: nothing is posted on the pull request besides the check. Default `auto`. */
  review?: 'auto' | 'never';
  /** The queue began this job before, in a process that did not finish it: what is there already is looked up first. */
  begunBefore?: boolean;
  runner: Runner;
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
}

/**
 * Reviews one head of one pull request. Never rejects for anything in the pull request or anything that GitHub answers:
 * a check that was begun is completed. It rejects only when `signal` is aborted by the end of the process or GitHub
 * stays unreachable, so that the queue runs it again.
 */
export declare function reviewPullRequest(job: PullRequestJob): Promise<Outcome>;
