// A pull request as the Issues API shows it, for webhooks of its comments.
import type { Fields, PullRequest, World } from '../world.ts';
import { simpleUser } from './account.ts';
import { association, pullApi, pullPage } from './pull.ts';
import { repositoryApi } from './repository.ts';

export function issueShape(world: World, pull: PullRequest): Fields {
  const repository = repositoryApi(world, pull.repository);
  const url = `${repository}/issues/${pull.number}`;
  const page = pullPage(world, pull);
  return {
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: pull.id + 1_000_000,
    node_id: pull.nodeId,
    number: pull.number,
    title: pull.title,
    user: simpleUser(world, pull.author),
    labels: [],
    state: pull.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: pull.comments.size,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    author_association: association(pull, pull.author),
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: {
      url: pullApi(world, pull),
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: pull.mergedAt,
    },
    body: pull.body,
    reactions: {
      url: `${url}/reactions`,
      total_count: 0,
      '+1': 0,
      '-1': 0,
      laugh: 0,
      hooray: 0,
      confused: 0,
      heart: 0,
      rocket: 0,
      eyes: 0,
    },
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: null,
  };
}
