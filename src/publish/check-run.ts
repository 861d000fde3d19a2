// The check run of one head: begun first, completed always, annotations in the batches that GitHub takes.
import { isArchived, refusal } from '../github.ts';
import type { Annotation } from '../report/annotations.ts';
import { CHECK_NAME, type CheckPlace, externalId, findRun, isOthers, type Run, runsOf } from './find-check.ts';
import { ANNOTATIONS_PER_REQUEST } from './limits.ts';
import { believed, lookTwice, once } from './once.ts';
import { isLimit } from './pace.ts';

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

/** Another replica is at work on this head: whether it comes to an end is seen later. */
export class HeldByOther extends Error {}

/** What came to nothing counts as not there: a head that was overtaken may be the newest again. */
const isUnfinished = ({ status, conclusion, annotated }: Run): boolean =>
  status !== 'completed' || ((conclusion === 'cancelled' || conclusion === 'neutral') && annotated === 0);
const isDone = ({ conclusion }: Run): boolean => conclusion !== 'neutral' && conclusion !== 'cancelled';

/**
 * Begins the check, or takes one that was begun before and did not come to its end. Runs up to the id `after` do not count: they
 * were asked for again. `repeated`: it was surely begun, so that one read that shows none is not believed. Resolves to a sentence
 * when none can be made. Rejects with GitHub's other refusals, and with `HeldByOther`.
 */
export async function beginCheck(place: CheckPlace, after: number, repeated: boolean): Promise<Check | string> {
  try {
    return await believed(async () => {
      const look = () => findRun(place, (run) => run.id > after && (isUnfinished(run) || isDone(run)));
      const before = (await look()) ?? (repeated ? await lookTwice(look) : null);
      if (before && isOthers(place, before) && before.young) throw new HeldByOther();
      if (before) return checkOf(isOthers(place, before) && isUnfinished(before) ? await claimed(place, before) : before);
      return once(
        () => created(place),
        async () => {
          const made = await findRun(place, (run) => run.id > after && run.status !== 'completed' && !isOthers(place, run));
          return made && checkOf(made);
        },
      );
    });
  } catch (error) {
    const { status } = refusal(error);
    if (isArchived(error) || isLimit(error)) throw error;
    if (status === 403 || status === 404) return 'No check could be made: GitHub asks for the permission `checks: write`.';
    if (status === 409 || status === 422) return `No check could be made: GitHub answered ${status}.`;
    throw error;
  }
}

const checkOf = (run: Run): Check => ({ id: run.id, completed: !isUnfinished(run), annotated: run.annotated });

async function created(place: CheckPlace): Promise<Check> {
  const { github, repository, head } = place;
  const { data } = await github.request('POST /repos/{owner}/{repo}/check-runs', {
    owner: repository.owner,
    repo: repository.name,
    name: CHECK_NAME,
    head_sha: head,
    status: 'in_progress',
    external_id: externalId(place),
  });
  return { id: Number(data.id), completed: false, annotated: 0 };
}

/** Takes over what another replica left behind, in a way that it sees if it is still there. */
async function claimed(place: CheckPlace, run: Run): Promise<Run> {
  const { github, repository } = place;
  await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
    owner: repository.owner,
    repo: repository.name,
    check_run_id: run.id,
    external_id: externalId(place),
  });
  return run;
}

/** Rejects with `HeldByOther` when another replica began this head before, or has taken it over: it is the one to post. */
export async function assertOurs(place: CheckPlace, check: Check, after: number): Promise<void> {
  if (place.instance === undefined) return;
  const runs = await runsOf(place);
  const others = runs.filter((run) => run.id > after && isOthers(place, run));
  if (others.some(({ id, young }) => id === check.id || (id < check.id && young))) throw new HeldByOther();
}

/** Repeated after a crash it goes on with the annotations that are still missing. */
export async function completeCheck(place: CheckPlace, check: Check, completion: Completion): Promise<void> {
  try {
    await complete(place, check, completion);
  } catch (error) {
    if (refusal(error).status !== 422 || completion.annotations.length === 0) throw error;
    const summary = `${completion.summary}\n\nGitHub refused the annotations of this check.`;
    await complete(place, check, { ...completion, summary, annotations: [] });
  }
}

async function complete(place: CheckPlace, check: Check, { conclusion, title, summary, annotations }: Completion): Promise<void> {
  const { github, repository } = place;
  const run = { owner: repository.owner, repo: repository.name, check_run_id: check.id };
  let sent = Math.min(check.annotated, annotations.length);
  do {
    const batch = annotations.slice(sent, sent + ANNOTATIONS_PER_REQUEST);
    const expected = Math.max(check.annotated, sent + batch.length);
    const last = sent + batch.length >= annotations.length;
    const look = async () => {
      const { data } = await github.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', run);
      const there = (data.output?.annotations_count ?? 0) >= expected && (!last || data.conclusion === conclusion);
      return there ? true : null;
    };
    const send = async () => {
      await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...run,
        ...(last && { status: 'completed' as const, conclusion }),
        output: { title, summary, annotations: batch },
      });
      return true;
    };
    await believed(() => once(send, look));
    sent += batch.length;
  } while (sent < annotations.length);
}
