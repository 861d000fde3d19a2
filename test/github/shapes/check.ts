// Check runs, their suites and annotations as REST answers and webhooks show them.
import { readCommit } from '../objects.ts';
import type { Annotation, CheckRun, CheckSuite, Fields, PullRequest, Repository, World } from '../world.ts';
import { integration } from './account.ts';
import { pullApi } from './pull.ts';
import { repositoryApi, repositoryPage, repositoryShape } from './repository.ts';

/** Pull requests of a commit; those from forks are not seen by the Checks API. */
export function pullsWithHead(repository: Repository, sha: string): PullRequest[] {
  return [...repository.pulls.values()].filter(
    (pull) => pull.state === 'open' && pull.head.sha === sha && pull.head.repository === repository,
  );
}

function minimalPull(world: World, pull: PullRequest): Fields {
  const repo = (repository: Repository): Fields => ({
    id: repository.id,
    url: repositoryApi(world, repository),
    name: repository.name,
  });
  return {
    url: pullApi(world, pull),
    id: pull.id,
    number: pull.number,
    head: { ref: pull.head.branch, sha: pull.head.sha, repo: repo(pull.head.repository) },
    base: { ref: pull.base.branch, sha: pull.base.sha, repo: repo(pull.repository) },
  };
}

export function checkRunShape(world: World, run: CheckRun): Fields {
  const { repository, bot } = run.suite;
  const url = `${repositoryApi(world, repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: run.nodeId,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${repositoryPage(world, repository)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${world.origin}/external/${bot.slug}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: run.suite.id },
    app: integration(world, bot),
    pull_requests: pullsWithHead(repository, run.headSha).map((pull) => minimalPull(world, pull)),
  };
}

export function annotationShape(world: World, run: CheckRun, annotation: Annotation): Fields {
  return {
    ...annotation,
    blob_href: `${repositoryPage(world, run.suite.repository)}/blob/${run.headSha}/${encodeURI(annotation.path)}`,
  };
}

const RANK = ['failure', 'timed_out', 'action_required', 'cancelled', 'neutral', 'success', 'skipped'];

export async function checkSuiteShape(world: World, suite: CheckSuite): Promise<Fields> {
  const { repository, headSha } = suite;
  const runs = [...repository.checkRuns.values()].filter((run) => run.suite === suite);
  const pulls = pullsWithHead(repository, headSha);
  const url = `${repositoryApi(world, repository)}/check-suites/${suite.id}`;
  const completed = runs.length > 0 && runs.every((run) => run.status === 'completed');
  const commit = await readCommit(repository.git, headSha);
  return {
    id: suite.id,
    node_id: suite.nodeId,
    head_branch: pulls[0]?.head.branch ?? null,
    head_sha: headSha,
    status: completed ? 'completed' : runs.some((run) => run.status === 'in_progress') ? 'in_progress' : 'queued',
    conclusion: completed ? (RANK.find((conclusion) => runs.some((run) => run.conclusion === conclusion)) ?? null) : null,
    url,
    before: commit?.parents[0] ?? '0'.repeat(40),
    after: headSha,
    pull_requests: pulls.map((pull) => minimalPull(world, pull)),
    app: integration(world, suite.bot),
    repository: repositoryShape(world, repository),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
    head_commit: {
      id: headSha,
      tree_id: commit?.tree ?? headSha,
      message: commit?.message ?? '',
      timestamp: commit?.committer.date ?? suite.createdAt,
      author: { name: commit?.author.name ?? '', email: commit?.author.email ?? '' },
      committer: { name: commit?.committer.name ?? '', email: commit?.committer.email ?? '' },
    },
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
  };
}
