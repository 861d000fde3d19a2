// Repositories that the App was added to: their open pull requests, each wanted as if it had just been opened.
import { type GitHub, hasNextPage, refusal } from '../../github.ts';
import { isLimit } from '../../publish/pace.ts';
import { wanted } from '../../queue/lane.ts';
import type { Delivery } from '../../queue/queue.ts';
import { pullRequestPayload } from './tip-delivery.ts';

export interface Added {
  installation: number;
  repositories: readonly { id: number; owner: string; name: string }[];
}

const PER_PAGE = 100;
/** Pages of one repository that are read, at most. */
const PAGES = 10;

/** `clientOf` gives a client that may read the pull requests of one repository. Rejects where GitHub should be asked again. */
export async function openPulls(
  delivery: string,
  { installation, repositories }: Added,
  clientOf: (repository: number) => GitHub,
): Promise<Delivery[]> {
  const found: Delivery[] = [];
  for (const repository of repositories) {
    for (const pull of await pullsOf(clientOf(repository.id), repository)) {
      const { number, head, base, updated_at: at } = pull;
      const told = { head: head.sha, base: { sha: base.sha, ref: base.ref }, at };
      const payload = pullRequestPayload({ repository, installation }, number, told);
      const lane = wanted('pull_request', payload)?.lane;
      if (lane) found.push({ id: `${delivery}-${lane.key}`, event: 'pull_request', payload: JSON.stringify(payload), lane });
    }
  }
  return found;
}

async function pullsOf(github: GitHub, { owner, name: repo }: Added['repositories'][number]) {
  const found = [];
  try {
    for (let page = 1; page <= PAGES; page++) {
      const { data, headers } = await github.request('GET /repos/{owner}/{repo}/pulls', {
        owner,
        repo,
        state: 'open',
        per_page: PER_PAGE,
        page,
      });
      found.push(...data);
      if (!hasNextPage(headers, data.length, PER_PAGE)) break;
    }
  } catch (error) {
    // Added and gone again, or without pull requests: the others are looked at all the same.
    const { status } = refusal(error);
    if (![403, 404, 409, 410, 422].includes(status) || isLimit(error)) throw error;
  }
  return found;
}
