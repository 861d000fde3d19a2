// The App under test and GitHub's own "GitHub Actions", as they stand when the fake starts.
import { createHash } from 'node:crypto';
import { account, nextId, register } from './ids.ts';
import type { AppKey } from './keys.ts';
import { isoDate } from './objects.ts';
import type { Repository, World } from './world.ts';
import type { Bot, Installation, OwnApp, Permissions } from './world-app.ts';

export interface AppOptions {
  slug?: string;
  name?: string;
  permissions?: Permissions;
  events?: string[];
  webhook?: { url?: string; secret?: string };
}

/** What a review bot asks for that may also fix and resolve. */
const PERMISSIONS: Permissions = {
  metadata: 'read',
  contents: 'write',
  pull_requests: 'write',
  checks: 'write',
  issues: 'read',
  merge_queues: 'read',
};
const EVENTS = [
  'pull_request',
  'issue_comment',
  'pull_request_review_comment',
  'pull_request_review_thread',
  'merge_group',
  'push',
];

function bot(world: World, slug: string, name: string, owner: string, permissions: Permissions, events: string[]): Bot {
  return register<Bot>(world, 'App', 'A', {
    slug,
    name,
    owner: account(world, owner, 'Organization'),
    account: account(world, `${slug}[bot]`, 'Bot'),
    permissions,
    events,
    createdAt: isoDate(Date.now()),
  });
}

export function githubActions(world: World): Bot {
  return bot(world, 'github-actions', 'GitHub Actions', 'github', {}, []);
}

export function ownApp(world: World, key: AppKey, options: AppOptions): OwnApp {
  const { slug = 'hullcheck', name = 'Hullcheck', permissions = PERMISSIONS, events = EVENTS, webhook = {} } = options;
  const made = bot(world, slug, name, 'hullcheck-makers', { metadata: 'read', ...permissions }, events);
  const secret = webhook.secret ?? createHash('sha256').update(`webhook secret of ${made.id}`).digest('hex');
  return Object.assign(made, {
    clientId: `Iv23li${made.id}`,
    publicKey: key.publicKey,
    webhook: { url: webhook.url ?? null, secret, id: nextId(world) },
  });
}

/** Installs the App on a repository: an installation for each owner. */
export function install(world: World, repository: Repository): Installation {
  const { app } = world;
  const known = [...world.installations.values()].find((one) => one.account === repository.owner);
  const installation = known ?? {
    id: nextId(world),
    account: repository.owner,
    app,
    repositories: new Set<Repository>(),
    permissions: { ...app.permissions },
    events: [...app.events],
    createdAt: isoDate(Date.now()),
    suspended: false,
  };
  installation.repositories.add(repository);
  world.installations.set(installation.id, installation);
  return installation;
}
