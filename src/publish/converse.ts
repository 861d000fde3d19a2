// The conversation on a pull request: what is there is read once more, what is missing is posted, what is over is closed.
import { setTimeout as sleep } from 'node:timers/promises';
import { type PullNode, queryPull } from '../change/pull-request-query.ts';
import type { GitHub } from '../github.ts';
import type { Report } from '../model.ts';
import { reviewBody } from '../report/review-body.ts';
import { type Plan, type PlannedComment, planReview, type Shown } from './plan.ts';
import { isPosted, postReview, REVIEW_MARK, type ReviewPlace } from './pull-review.ts';
import { settle } from './settle.ts';
import { threadsOf } from './threads.ts';
import { toldBefore, toldKey } from './told.ts';

export interface Conversation extends ReviewPlace {
  /** Resolving needs more than posting: a client that may write contents where the owner lets it. */
  settleGithub: GitHub;
  report: Report;
  shown: Pick<Shown, 'hunks' | 'complete'>;
  /** The review may have been posted by a job that did not end. */
  repeated: boolean;
  /** Threads of other paths are not looked at. */
  only(path: string): boolean;
  /** Comments of the review, at most. */
  most: number;
  /** Where findings without a comment are told. */
  elsewhere: string;
  /** What went wrong before. */
  problems: readonly string[];
}

export interface Conversed {
  plan: Plan;
  /** Those that are there now. */
  posted: readonly PlannedComment[];
  /** What is back, and could not be said again. */
  unsaid: Report['findings'];
  problems: string[];
  /** The head was overtaken, or the pull request closed: nothing was posted. */
  superseded: boolean;
}

/** Before a read that tells of another head is believed, in milliseconds: it may be older than the push. */
const SETTLING = 2_000;

/** What is to be done on a pull request that looks so. Rejects as GitHub refuses. */
export async function planFor(
  { readGithub, repository, number, identity, report, shown, only, most }: Conversation,
  pull: PullNode | null,
): Promise<Plan> {
  const threads = await threadsOf(readGithub, repository, number, pull, identity);
  const own = threads?.filter(({ path }) => only(path)) ?? null;
  return planReview(report, { ...shown, threads: own, told: toldBefore(pull?.reviews?.nodes ?? [], identity) }, most);
}

export const hasToSay = ({ comments, close, reopen }: Plan): boolean => comments.length + close.length + reopen.length > 0;

/** Rejects when GitHub cannot be reached. */
export async function converse(conversation: Conversation): Promise<Conversed> {
  const { head, settleGithub, identity, report } = conversation;
  const pull = await newest(conversation);
  let plan = await planFor(conversation, pull);
  const nothing = { plan, posted: [], unsaid: [], problems: [] };
  if (pull?.headRefOid !== head || pull.state !== 'OPEN') return { ...nothing, superseded: true };
  // A head gets one review: what it does not have of these comments, GitHub refused.
  const there = conversation.repeated && plan.comments.length > 0 && (await isPosted(conversation));
  if (there) plan = await planFor(conversation, await newest(conversation, SETTLING));
  const said = plan.comments.length > 0 && !there ? await post(conversation, plan) : { comments: [] };
  if (said.superseded) return { ...nothing, superseded: true };
  const { unsaid, problems } = await settle({ github: settleGithub, head, identity, files: report.files }, plan);
  const refused = said.problem === undefined ? [] : [said.problem];
  return { plan, posted: said.comments, unsaid, problems: [...refused, ...problems], superseded: false };
}

async function newest({ readGithub, repository, number, head }: Conversation, wait = 0): Promise<PullNode | null> {
  await sleep(wait);
  const pull = await queryPull(readGithub, repository, number);
  if (pull?.headRefOid === head && pull.state === 'OPEN') return pull;
  await sleep(SETTLING);
  return queryPull(readGithub, repository, number);
}

function post(conversation: Conversation, plan: Plan) {
  const { report, elsewhere, problems, identity } = conversation;
  const findings = [...plan.comments.map(({ finding }) => finding), ...plan.annotations];
  const body = (comments: readonly PlannedComment[]) => {
    const inline = new Set(comments.map(({ finding }) => finding));
    const told = findings.filter((finding) => !inline.has(finding)).map((finding) => toldKey(finding.path, finding));
    return reviewBody({ findings, comments: comments.length, elsewhere, problems, mark: REVIEW_MARK, told, ...identity });
  };
  return postReview(conversation, plan.comments, report.files, body);
}
