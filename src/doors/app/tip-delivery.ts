// A head that was overtaken names the newest one: its review is asked for, too, in case its own webhook came before or never comes.
import type { Tip } from '../../publish/tip.ts';
import { type Wanted, wanted } from '../../queue/lane.ts';
import type { Delivery, Job } from '../../queue/queue.ts';

const MARK = '-tip-';

/** Each delivery asks at most once for each head; `null`: there is nothing to ask for. */
export function tipDelivery(job: Pick<Job, 'id'>, of: Wanted, tip: Tip): Delivery | null {
  if (!tip.open || tip.head === of.head || of.number === null) return null;
  const [root = job.id] = job.id.split(MARK, 1);
  const payload = pullRequestPayload(of, of.number, tip);
  const lane = wanted('pull_request', payload)?.lane;
  if (!lane) return null;
  return { id: `${root}${MARK}${tip.head}`, event: 'pull_request', payload: JSON.stringify(payload), lane };
}

/** As much of the webhook `pull_request` as `queue/lane.ts` reads. */
export function pullRequestPayload(
  { repository, installation }: Pick<Wanted, 'repository' | 'installation'>,
  number: number,
  { head, base, at }: Pick<Tip, 'head' | 'base' | 'at'>,
): object {
  return {
    action: 'synchronize',
    number,
    pull_request: { number, state: 'open', head: { sha: head }, base, updated_at: at },
    repository: { id: repository.id, name: repository.name, owner: { login: repository.owner } },
    installation: { id: installation },
  };
}
