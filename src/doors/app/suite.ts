// A check suite that is wanted again is its check runs wanted again, each on its pull request's lane.
import type { GitHub } from '../../github.ts';
import { wanted } from '../../queue/lane.ts';
import type { Delivery } from '../../queue/queue.ts';

export interface Suite {
  id: number;
  repository: { id: number; name: string; owner: { login: string } | null };
  installation: { id: number };
}

/** One delivery for each pull request that a check run of ours in this suite belongs to. `github` needs checks: read. */
export async function suiteDeliveries(delivery: string, suite: Suite, github: GitHub): Promise<Delivery[]> {
  const { id, repository, installation } = suite;
  const { data } = await github.request('GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs', {
    owner: repository.owner?.login ?? '',
    repo: repository.name,
    check_suite_id: id,
    filter: 'all',
    per_page: 100,
  });
  const lanes = new Map<string, Delivery>();
  // The newest first: what is wanted again is whatever came last.
  for (const { id: run, external_id, head_sha, pull_requests, app } of data.check_runs.toSorted(
    (a, b) => Number(b.id) - Number(a.id),
  )) {
    const payload = {
      action: 'rerequested',
      check_run: { id: Number(run), external_id, head_sha, pull_requests, app: { id: app?.id } },
      repository: { id: repository.id, name: repository.name, owner: { login: repository.owner?.login } },
      installation: { id: installation.id },
    };
    const lane = wanted('check_run', payload)?.lane;
    if (!lane || lanes.has(lane.key)) continue;
    lanes.set(lane.key, { id: `${delivery}-${lane.key}`, event: 'check_run', payload: JSON.stringify(payload), lane });
  }
  return [...lanes.values()];
}
