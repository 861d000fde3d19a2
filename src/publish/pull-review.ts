// The one review of a head: all new comments in one request, or as many as GitHub takes.
import { setTimeout as sleep } from 'node:timers/promises';
import { type GitHub, hasNextPage, missingPermission, refusal } from '../github.ts';
import type { SourceFile } from '../model.ts';
import { comment } from '../report/comment.ts';
import { markedAs } from '../report/marker.ts';
import { smaller } from './choose.ts';
import { isPassing, once } from './once.ts';
import { isLimit } from './pace.ts';
import type { PlannedComment } from './plan.ts';
import { type Identity, isAuthor } from './threads.ts';
import { isTip, SETTLING, type TipPlace } from './tip.ts';

export interface ReviewPlace extends TipPlace {
  github: GitHub;
  identity: Identity;
  /** Whether a refusal of this status rejects, because whoever runs this tries again. */
  again?: (status: number) => boolean;
}

/** What a review's mark says; its comments' marks say their findings' fingerprints. */
export const REVIEW_MARK = 'review';

export interface Posted {
  comments: readonly PlannedComment[];
  /** Why not all of them are there. */
  problem?: string;
  /** The head was overtaken meanwhile: nothing was posted. */
  superseded?: boolean;
}

type Body = (comments: readonly PlannedComment[]) => string;

/** `place.head` was the head a moment ago. `body` is told which comments go with it. Rejects when GitHub cannot be reached. */
export async function postReview(
  place: ReviewPlace,
  all: readonly PlannedComment[],
  files: readonly SourceFile[],
  body: Body,
): Promise<Posted> {
  let refused = await post(place, all, files, body);
  if (refused === null) return { comments: all };
  if (!isPassing(refused)) return { comments: [], problem: why(refused) };
  await sleep(SETTLING);
  if (!(await isTip(place))) return { comments: [], superseded: true };
  for (const some of [all, ...smaller(all)]) {
    refused = await post(place, some, files, body);
    if (refused === null)
      return some === all
        ? { comments: all }
        : { comments: some, problem: 'GitHub refused a part of the comments: what they say is in annotations.' };
    if (refusal(refused).status !== 422) break;
  }
  return { comments: [], problem: why(refused) };
}

function why(error: unknown): string {
  const { status } = refusal(error);
  if (status === 403 || status === 404)
    return `Comments could not be posted: GitHub asks for the permission \`${missingPermission(error) ?? 'pull_requests: write'}\`.`;
  return `Comments could not be posted: GitHub answered ${status}.`;
}

/** `null` when it is there; else GitHub's refusal, after which nothing of it is there. */
async function post(
  place: ReviewPlace,
  planned: readonly PlannedComment[],
  files: readonly SourceFile[],
  body: Body,
): Promise<unknown> {
  const { github, repository, number, head } = place;
  const comments = planned.map((one) => reviewComment(one, files, place.identity.speaker));
  try {
    await once(
      async () => {
        await github.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
          owner: repository.owner,
          repo: repository.name,
          pull_number: number,
          commit_id: head,
          event: 'COMMENT',
          body: body(planned),
          comments,
        });
        return true;
      },
      () => isPosted(place),
    );
    return null;
  } catch (error) {
    const { status } = refusal(error);
    if (status <= 0 || status === 401 || isLimit(error) || (status >= 500 && place.again?.(status))) throw error;
    return error;
  }
}

function reviewComment(
  { finding, anchor: { path, lines, suggestion }, mark }: PlannedComment,
  files: readonly SourceFile[],
  speaker?: string,
) {
  return {
    path,
    body: comment(
      { ...finding, fingerprint: mark },
      { files, ...(suggestion && { suggestion }), ...(speaker !== undefined && { speaker }) },
    ),
    line: lines.to,
    side: 'RIGHT' as const,
    // A range of one line must not name its start. https://docs.github.com/rest/pulls/reviews
    ...(lines.from < lines.to && { start_line: lines.from, start_side: 'RIGHT' as const }),
  };
}

/** Whether our review of this head is among the reviews, on whichever page. */
export async function isPosted({ readGithub, repository, number, head, identity }: ReviewPlace): Promise<true | null> {
  for (let page = 1; ; page++) {
    const { data, headers } = await readGithub.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      owner: repository.owner,
      repo: repository.name,
      pull_number: number,
      per_page: 100,
      page,
    });
    const ours = data.some(
      ({ user, commit_id, body }) =>
        commit_id === head && user && isAuthor(user, identity.login) && markedAs(body ?? '', identity.speaker) === REVIEW_MARK,
    );
    if (ours) return true;
    if (!hasNextPage(headers, data.length, 100)) return null;
  }
}
