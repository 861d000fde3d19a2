// What a GitHub event asks for: which head of which pull request, and on which lane. Everything else is nothing to us.
import type { Lane } from './queue.ts';

/** One head of one pull request that someone wants reviewed. */
export interface Wanted {
  installation: number;
  repository: { owner: string; name: string; id: number };
  number: number;
  head: string;
  /** Tip of the base branch, and its name. `null`: the event does not tell. */
  base: { sha: string; ref: string } | null;
  lane: Lane;
}

const ACTIONS = new Set(['opened', 'synchronize', 'reopened', 'ready_for_review']);
const SHA = /^[0-9a-f]{40,64}$/;
/** publish/check-run.ts names the pull request there: GitHub lists none for a head in a fork. */
const EXTERNAL_ID = /^v1:(\d{1,10}):/;

type Json = Readonly<Record<string, unknown>>;

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => (Object(inner) as Json)[key], value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const whole = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0);

function aboutPullRequest(payload: unknown): Pick<Wanted, 'number' | 'head' | 'base'> & { at: number | null } {
  const changed = Date.parse(text(at(payload, 'pull_request', 'updated_at')));
  return {
    number: whole(at(payload, 'pull_request', 'number')),
    head: text(at(payload, 'pull_request', 'head', 'sha')),
    base: { sha: text(at(payload, 'pull_request', 'base', 'sha')), ref: text(at(payload, 'pull_request', 'base', 'ref')) },
    at: Number.isNaN(changed) ? null : changed,
  };
}

function aboutCheckRun(payload: unknown): Pick<Wanted, 'number' | 'head' | 'base'> {
  const [, number = ''] = EXTERNAL_ID.exec(text(at(payload, 'check_run', 'external_id'))) ?? [];
  const listed = whole(at(payload, 'check_run', 'pull_requests', '0', 'number'));
  return { number: Number(number) || listed, head: text(at(payload, 'check_run', 'head_sha')), base: null };
}

const asksForReview = (event: string, payload: unknown): boolean => {
  const action = text(at(payload, 'action'));
  if (event === 'check_run') return action === 'rerequested';
  if (event !== 'pull_request' || at(payload, 'pull_request', 'state') === 'closed') return false;
  return ACTIONS.has(action) || (action === 'edited' && at(payload, 'changes', 'base') !== undefined);
};

/** Reads a webhook's payload, which may be anything; `null` when it asks for no review. */
export function wanted(event: string, payload: unknown): Wanted | null {
  if (!asksForReview(event, payload)) return null;
  const about = event === 'check_run' ? { ...aboutCheckRun(payload), at: null } : aboutPullRequest(payload);
  const installation = whole(at(payload, 'installation', 'id'));
  const id = whole(at(payload, 'repository', 'id'));
  const owner = text(at(payload, 'repository', 'owner', 'login'));
  const name = text(at(payload, 'repository', 'name'));
  const { number, head, base } = about;
  if (!installation || !id || !owner || !name || !number || !SHA.test(head)) return null;
  const subject = base && `${head}..${base.ref}`;
  return {
    installation,
    repository: { owner, name, id },
    number,
    head,
    base,
    lane: { key: `${id}#${number}`, subject, at: about.at },
  };
}
