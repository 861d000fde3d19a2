// REST routes of Apps: the App itself, its installations and their tokens.
import type { Callers } from '../callers.ts';
import { isoDate } from '../objects.ts';
import { notFound, refused } from '../problem.ts';
import { type Call, counted, list, noContent, number, ok, type Routes } from '../route.ts';
import { installationShape, integration } from '../shapes/account.ts';
import { fullName, repositoryShape } from '../shapes/repository.ts';
import type { Fields, Repository, World } from '../world.ts';
import type { Installation, Level, Permissions } from '../world-app.ts';

/** https://docs.github.com/rest/apps/apps#create-an-installation-access-token-for-an-app */
const MOST_REPOSITORIES = 500;

function installation(call: Call): Installation {
  const found = call.world.installations.get(number(call, 'installation_id'));
  if (!found) throw notFound();
  return found;
}

export function installationOf(world: World, repository: Repository): Installation | null {
  return [...world.installations.values()].find((found) => found.repositories.has(repository)) ?? null;
}

function chosenRepositories(installed: Installation, { repositories, repository_ids: ids }: Fields): Set<Repository> | null {
  if (!Array.isArray(repositories) && !Array.isArray(ids)) return null;
  const all = [...installed.repositories];
  const wanted: unknown[] = [...((ids as unknown[]) ?? []), ...((repositories as unknown[]) ?? [])];
  const found = wanted.map((wish) => all.find((one) => one.id === wish || one.name === wish));
  if (wanted.length > MOST_REPOSITORIES)
    throw refused(422, `A token can be limited to at most ${MOST_REPOSITORIES} repositories.`);
  if (found.includes(undefined))
    throw refused(422, 'There is at least one repository that does not exist or is not accessible to the parent installation.');
  return new Set(found.filter((one) => one !== undefined));
}

function chosenPermissions(installed: Installation, wanted: unknown): Permissions {
  if (wanted === undefined) return installed.permissions;
  for (const [name, level] of Object.entries(wanted as Permissions)) {
    const granted: Level | undefined = installed.permissions[name];
    if (granted === undefined || (level === 'write' && granted === 'read'))
      throw refused(422, 'The permissions requested are not granted to this installation.');
  }
  return { metadata: 'read', ...(wanted as Permissions) };
}

export function appRoutes(callers: Callers): Routes {
  return {
    'apps/get-authenticated': {
      of: 'app',
      handle: ({ world }) => ok({ ...integration(world, world.app), installations_count: world.installations.size }),
    },
    'apps/list-installations': {
      of: 'app',
      handle: (call) => list(call, [...call.world.installations.values()], (one) => installationShape(call.world, one)),
    },
    'apps/get-installation': { of: 'app', handle: (call) => ok(installationShape(call.world, installation(call))) },
    'apps/get-repo-installation': {
      of: 'app',
      handle: (call) => {
        const repository = call.world.repositories.get(`${call.params.owner}/${call.params.repo}`.toLowerCase());
        const found = repository && installationOf(call.world, repository);
        if (!found) throw notFound();
        return ok(installationShape(call.world, found));
      },
    },
    'apps/create-installation-access-token': {
      of: 'app',
      handle: (call) => {
        const installed = installation(call);
        if (installed.suspended) throw refused(403, 'This installation has been suspended');
        const chosen = chosenRepositories(installed, call.body);
        const permissions = chosenPermissions(installed, call.body.permissions);
        const { token, expires } = callers.installationToken(installed, chosen ?? installed.repositories, permissions);
        return {
          status: 201,
          body: {
            token,
            expires_at: isoDate(expires),
            permissions,
            repository_selection: 'selected',
            ...(chosen ? { repositories: [...chosen].map((one) => repositoryShape(call.world, one)) } : {}),
          },
        };
      },
    },
    'apps/revoke-installation-access-token': {
      of: 'token',
      handle: ({ caller }) => {
        if (caller.kind === 'installation') callers.revoke(caller.token);
        return noContent;
      },
    },
    'apps/list-repos-accessible-to-installation': {
      of: 'token',
      handle: (call) => {
        if (call.caller.kind !== 'installation' && call.caller.kind !== 'action')
          throw refused(403, 'You must authenticate with an installation access token.');
        const all = [...call.caller.repositories].sort((one, other) => fullName(one).localeCompare(fullName(other)));
        return counted(call, 'repositories', all, (one) => repositoryShape(call.world, one));
      },
    },
  };
}
