// Repositories as REST answers and webhooks show them.
import type { Fields, Repository, World } from '../world.ts';
import { apiOf, simpleUser } from './account.ts';

export const fullName = (repository: Repository): string => `${repository.owner.login}/${repository.name}`;
export const repositoryApi = (world: World, repository: Repository): string => `${apiOf(world)}/repos/${fullName(repository)}`;
export const repositoryPage = (world: World, repository: Repository): string => `${world.origin}/${fullName(repository)}`;

const TEMPLATES = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** A repository as it stands inside other things. */
export function repositoryShape(world: World, repository: Repository): Fields {
  const api = repositoryApi(world, repository);
  const page = repositoryPage(world, repository);
  const host = new URL(world.origin).host;
  const open = [...repository.pulls.values()].filter((pull) => pull.state === 'open').length;
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
    owner: simpleUser(world, repository.owner),
    html_url: page,
    description: null,
    fork: repository.parent !== null,
    url: api,
    ...Object.fromEntries(Object.entries(TEMPLATES).map(([name, path]) => [name, api + path])),
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    pushed_at: repository.pushedAt,
    git_url: `git://${host}/${fullName(repository)}.git`,
    ssh_url: `git@${host}:${fullName(repository)}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    size: 108,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    forks_count: 0,
    forks: 0,
    open_issues_count: open,
    open_issues: open,
    language: 'Dockerfile',
    has_issues: true,
    has_projects: false,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    archived: repository.archived,
    disabled: false,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? 'private' : 'public',
    default_branch: repository.defaultBranch,
  };
}

export function fullRepository(world: World, repository: Repository): Fields {
  const { parent } = repository;
  return {
    ...repositoryShape(world, repository),
    ...(parent ? { parent: repositoryShape(world, parent), source: repositoryShape(world, parent) } : {}),
    subscribers_count: 0,
    network_count: 0,
  };
}
