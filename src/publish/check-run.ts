// The check run of one head: begun first, completed always, annotations in the batches that GitHub takes.
import { type GitHub, isArchived, type Repository, refusal } from '../github.ts';
import type { Annotation } from '../report/annotations.ts';
import { ANNOTATIONS_PER_REQUEST } from './limits.ts';
import { lookTwice, once } from './once.ts';

export const CHECK_NAME = 'Hullcheck';

export interface CheckPlace {
  github: GitHub;
  repository: Repository;
  /** `null`: of a merge group. */
  number: number | null;
  head: string;
  base: string;
}

export interface Check {
  id: number;
  completed: boolean;
  /** Annotations that it has already. */
  annotated: number;
}

export interface Completion {
  conclusion: 'success' | 'failure' | 'neutral' | 'cancelled';
  title: string;
  summary: string;
  annotations: readonly Annotation[];
}

/** Recognises the run of this pull request's head: the name and the head alone may be shared by two. `queue/lane.ts` reads it. */
const externalId = ({ number, head, base }: CheckPlace) => `v1:${number ?? 'group'}:${head}:${base}`;

/**
 * Begins the check, or takes one that was begun before, by whomever, unless it says that nothing came of it. Runs up to the id
 * `after` do not count: they were asked for again. `repeated`: it was surely begun, so that one read that shows none is not
 * believed. Resolves to a sentence when the permission is missing. Rejects with GitHub's
 * other refusals.
 */
export async function beginCheck(place: CheckPlace, after: number, repeated: boolean): Promise<Check | string> {
  const { github, repository, head } = place;
  try {
    const look = () => findCheck(place, (run) => run.id > after && (run.status !== 'completed' || run.conclusion !== 'neutral'));
    const before = (await look()) ?? (repeated ? await lookTwice(look) : null);
    if (before) return before;
    return await once(
      async () => {
        const { data } = await github.request('POST /repos/{owner}/{repo}/check-runs', {
          owner: repository.owner,
          repo: repository.name,
          name: CHECK_NAME,
          head_sha: head,
          status: 'in_progress',
          external_id: externalId(place),
        });
        return { id: Number(data.id), completed: false, annotated: 0 };
      },
      () => findCheck(place, ({ id, status }) => id > after && status !== 'completed'),
    );
  } catch (error) {
    if (refusal(error).status !== 403 || isArchived(error)) throw error;
    return 'No check could be made: GitHub asks for the permission `checks: write`.';
  }
}

/** The newest of our runs of this head that will do; one that is not completed comes first. */
async function findCheck(
  place: CheckPlace,
  willDo: (run: { id: number; status: string; conclusion: string | null }) => boolean,
): Promise<Check | null> {
  const { github, repository, head } = place;
  const { data } = await github.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner: repository.owner,
    repo: repository.name,
    ref: head,
    check_name: CHECK_NAME,
    filter: 'all',
    per_page: 100,
  });
  const own = data.check_runs
    .filter((run) => run.external_id === externalId(place) && willDo({ ...run, id: Number(run.id) }))
    .sort((a, b) => Number(b.id) - Number(a.id));
  const run = own.find(({ status }) => status !== 'completed') ?? own[0];
  return run ? { id: Number(run.id), completed: run.status === 'completed', annotated: run.output.annotations_count } : null;
}

/** Repeated after a crash it goes on with the annotations that are still missing. */
export async function completeCheck(
  place: CheckPlace,
  check: Check,
  { conclusion, title, summary, annotations }: Completion,
): Promise<void> {
  const { github, repository } = place;
  const run = { owner: repository.owner, repo: repository.name, check_run_id: check.id };
  let sent = Math.min(check.annotated, annotations.length);
  do {
    const batch = annotations.slice(sent, sent + ANNOTATIONS_PER_REQUEST);
    const expected = Math.max(check.annotated, sent + batch.length);
    const last = sent + batch.length >= annotations.length;
    const look = async () => {
      const { data } = await github.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', run);
      return data.output.annotations_count >= expected && (!last || data.status === 'completed') ? true : null;
    };
    await once(async () => {
      await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...run,
        ...(last && { status: 'completed' as const, conclusion }),
        output: { title, summary, annotations: batch },
      });
      return true;
    }, look);
    sent += batch.length;
  } while (sent < annotations.length);
}
