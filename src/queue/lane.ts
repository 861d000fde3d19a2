// What a GitHub event asks for: which head of which pull request, and on which lane. Everything else is nothing to us.
import type { Lane } from './queue.ts';

/** One head of one pull request, or of one merge group, that someone wants reviewed. */
export interface Wanted {
  installation: number;
  repository: { owner: string; name: string; id: number };
  /** `null`: a merge group. */
  number: number | null;
  head: string;
  /** Tip of the base branch, and its name. `null`: the event does not tell. */
  base: { sha: string; ref: string } | null;
  /** Id of the check run that is wanted again; 0: none is. */
  after: number;
  lane: Lane;
}

const ACTIONS = new Set(['opened', 'synchronize', 'reopened', 'ready_for_review']);
const SHA = /^[0-9a-f]{40,64}$/;
/** publish/check-run.ts names the pull request there, for GitHub lists none for a head in a fork; or the merge group's base. */
const EXTERNAL_ID = /^v1:(?:(\d{1,10}):|group:[0-9a-f]{40,64}:([0-9a-f]{40,64})(?::|$))/;

type Json = Readonly<Record<string, unknown>>;

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => (Object(inner) as Json)[key], value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const whole = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0);

type About = Pick<Wanted, 'head' | 'base'> & {
  /** 0: not told. */
  number: number | null;
  /** When it was so, in milliseconds; `null`: not told. */
  at: number | null;
};

function aboutPullRequest(payload: unknown): About {
  const changed = Date.parse(text(at(payload, 'pull_request', 'updated_at')));
  return {
    number: whole(at(payload, 'pull_request', 'number')) || whole(at(payload, 'number')),
    head: text(at(payload, 'pull_request', 'head', 'sha')),
    base: { sha: text(at(payload, 'pull_request', 'base', 'sha')), ref: text(at(payload, 'pull_request', 'base', 'ref')) },
    at: Number.isNaN(changed) ? null : changed,
  };
}

function aboutCheckRun(payload: unknown): About {
  const [, number = '', group] = EXTERNAL_ID.exec(text(at(payload, 'check_run', 'external_id'))) ?? [];
  const head = text(at(payload, 'check_run', 'head_sha'));
  if (group !== undefined) return { number: null, head, base: { sha: group, ref: '' }, at: null };
  const listed = whole(at(payload, 'check_run', 'pull_requests', '0', 'number'));
  return { number: Number(number) || listed, head, base: null, at: null };
}

function aboutMergeGroup(payload: unknown): About {
  const [head, base] = ['head_sha', 'base_sha'].map((key) => text(at(payload, 'merge_group', key))) as [string, string];
  return { number: null, head, base: { sha: base, ref: text(at(payload, 'merge_group', 'base_ref')) }, at: null };
}

const ABOUT: Readonly<Record<string, (payload: unknown) => About>> = {
  pull_request: aboutPullRequest,
  check_run: aboutCheckRun,
  merge_group: aboutMergeGroup,
};

const asksForReview = (event: string, payload: unknown): boolean => {
  const action = text(at(payload, 'action'));
  if (event === 'check_run') return action === 'rerequested';
  if (event === 'merge_group') return action === 'checks_requested';
  if (event !== 'pull_request' || at(payload, 'pull_request', 'state') === 'closed') return false;
  return ACTIONS.has(action) || (action === 'edited' && at(payload, 'changes', 'base') !== undefined);
};

/** Reads a webhook's payload, which may be anything; `null` when it asks for no review. */
export function wanted(event: string, payload: unknown): Wanted | null {
  const about = asksForReview(event, payload) ? ABOUT[event]?.(payload) : undefined;
  if (!about) return null;
  const installation = whole(at(payload, 'installation', 'id'));
  const id = whole(at(payload, 'repository', 'id'));
  const [first = '', second = ''] = text(at(payload, 'repository', 'full_name')).split('/');
  const owner = text(at(payload, 'repository', 'owner', 'login')) || first;
  const name = text(at(payload, 'repository', 'name')) || second;
  const { number, head, base } = about;
  if (!installation || !id || !owner || !name || number === 0 || !SHA.test(head) || (base && !SHA.test(base.sha))) return null;
  const subject = event === 'check_run' ? null : `${head}..${base?.ref}`;
  return {
    installation,
    repository: { owner, name, id },
    number,
    head,
    base,
    after: event === 'check_run' ? whole(at(payload, 'check_run', 'id')) : 0,
    lane: { key: number === null ? `${id}@${head}` : `${id}#${number}`, subject, at: about.at },
  };
}
