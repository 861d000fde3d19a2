// Our check runs of one head, as GitHub lists them: which are ours, whose they are, and how they stand.
import type { GitHub, Repository } from '../github.ts';

export const CHECK_NAME = 'Hullcheck';

export interface CheckPlace {
  github: GitHub;
  repository: Repository;
  /** `null`: of a merge group. */
  number: number | null;
  head: string;
  base: string;
  /** Tells replicas apart; absent: there is only one. */
  instance?: string;
}

export interface Run {
  id: number;
  externalId: string;
  status: string;
  conclusion: string | null;
  annotated: number;
  /** It was begun so lately that whoever did may still be at work. */
  young: boolean;
}

/** How long a run that another replica began is left to it, in milliseconds. */
const LEASE = 30_000;

/** Recognises the run of this pull request's head: the name and the head alone may be shared by two. `queue/lane.ts` reads it. */
const key = ({ number, head, base }: CheckPlace): string => `v1:${number ?? 'group'}:${head}:${base}`;

export const externalId = (place: CheckPlace): string => (place.instance ? `${key(place)}:${place.instance}` : key(place));

/** Another replica has begun it, and no one has taken it over. */
export const isOthers = (place: CheckPlace, run: Run): boolean =>
  place.instance !== undefined && run.externalId !== key(place) && run.externalId !== externalId(place);

export async function runsOf(place: CheckPlace): Promise<Run[]> {
  const { github, repository, head } = place;
  const { data, headers } = await github.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner: repository.owner,
    repo: repository.name,
    ref: head,
    check_name: CHECK_NAME,
    filter: 'all',
    per_page: 100,
  });
  // GitHub's own clock: ours may differ.
  const now = Date.parse(headers.date ?? '');
  return data.check_runs
    .filter(({ external_id }) => external_id === key(place) || external_id?.startsWith(`${key(place)}:`))
    .map((run) => ({
      id: Number(run.id),
      externalId: run.external_id ?? '',
      status: run.status,
      conclusion: run.conclusion,
      annotated: run.output?.annotations_count ?? 0,
      young: run.status !== 'completed' && now - Date.parse(run.started_at ?? '') < LEASE,
    }));
}

/** The newest of our runs of this head that will do; one that is not completed comes first. */
export async function findRun(place: CheckPlace, willDo: (run: Run) => boolean): Promise<Run | null> {
  const fit = (await runsOf(place)).filter(willDo).sort((a, b) => b.id - a.id);
  return fit.find(({ status }) => status !== 'completed') ?? fit[0] ?? null;
}
