// Accounts, Apps and installations as REST answers show them.
import type { Account, Fields, World } from '../world.ts';
import type { Bot, Installation } from '../world-app.ts';

export const apiOf = (world: World): string => `${world.origin}/api/v3`;

export function simpleUser(world: World, account: Account): Fields {
  const url = `${apiOf(world)}/users/${encodeURIComponent(account.login)}`;
  const page = account.type === 'Bot' ? `apps/${account.login.replace('[bot]', '')}` : account.login;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `${world.origin}/avatars/u/${account.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${world.origin}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

export function publicUser(world: World, account: Account): Fields {
  return {
    ...simpleUser(world, account),
    name: account.type === 'Bot' ? null : account.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: [...world.repositories.values()].filter((repository) => repository.owner === account && !repository.private)
      .length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  };
}

export function integration(world: World, bot: Bot): Fields {
  return {
    id: bot.id,
    client_id: `Iv23li${bot.id}`,
    slug: bot.slug,
    node_id: bot.nodeId,
    owner: simpleUser(world, bot.owner),
    name: bot.name,
    description: '',
    external_url: `${world.origin}/external/${bot.slug}`,
    html_url: `${world.origin}/apps/${bot.slug}`,
    created_at: bot.createdAt,
    updated_at: bot.createdAt,
    permissions: bot.permissions,
    events: bot.events,
  };
}

export function installationShape(world: World, installation: Installation): Fields {
  const { account } = installation;
  const organization = account.type === 'Organization';
  return {
    id: installation.id,
    client_id: installation.app.clientId,
    account: simpleUser(world, account),
    repository_selection: 'selected',
    access_tokens_url: `${apiOf(world)}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${apiOf(world)}/installation/repositories`,
    html_url: `${world.origin}/${organization ? `organizations/${account.login}/` : ''}settings/installations/${installation.id}`,
    app_id: installation.app.id,
    app_slug: installation.app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: installation.events,
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: installation.suspended ? installation.createdAt : null,
  };
}
