// REST routes of repositories, accounts, limits and GitHub itself.

import { writer } from '../callers.ts';
import { readCommit } from '../objects.ts';
import { notFound } from '../problem.ts';
import type { RateLimits } from '../rate-limits.ts';
import { commitOf, list, ok, type Routes } from '../route.ts';
import { publicUser, simpleUser } from '../shapes/account.ts';
import { commitShape } from '../shapes/commit.ts';
import { fullRepository, repositoryApi, repositoryPage } from '../shapes/repository.ts';

export function repositoryRoutes(limits: RateLimits): Routes {
  return {
    'repos/get': {
      of: 'repository',
      needs: 'metadata=read',
      handle: ({ world, repository }) => ok(fullRepository(world, repository)),
    },
    'repos/get-branch': {
      of: 'repository',
      needs: 'contents=read',
      handle: async ({ world, repository, params }) => {
        const name = params.branch ?? '';
        const sha = await commitOf(repository, `refs/heads/${name}`);
        const commit = await readCommit(repository.git, sha);
        if (!commit) throw notFound();
        const self = `${repositoryApi(world, repository)}/branches/${encodeURIComponent(name)}`;
        return ok({
          name,
          commit: commitShape(world, repository, commit),
          _links: { self, html: `${repositoryPage(world, repository)}/tree/${name}` },
          protected: false,
          protection: { enabled: false, required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] } },
          protection_url: `${self}/protection`,
        });
      },
    },
    'repos/list-branches': {
      of: 'repository',
      needs: 'contents=read',
      handle: async (call) => {
        const { world, repository } = call;
        const refs = await repository.git.refs('refs/heads/');
        return list(call, refs, ({ ref, sha }) => ({
          name: ref.slice('refs/heads/'.length),
          commit: { sha, url: `${repositoryApi(world, repository)}/commits/${sha}` },
          protected: false,
        }));
      },
    },
    'repos/get-collaborator-permission-level': {
      of: 'repository',
      needs: 'metadata=read',
      handle: ({ world, repository, params }) => {
        const account = world.accounts.get((params.username ?? '').toLowerCase());
        if (!account) throw notFound();
        const level =
          account === repository.owner
            ? 'admin'
            : account.type === 'User' && repository.collaborators.has(account)
              ? 'write'
              : 'read';
        const roles = {
          pull: true,
          triage: level !== 'read',
          push: level !== 'read',
          maintain: level === 'admin',
          admin: level === 'admin',
        };
        return ok({
          permission: level,
          user: { ...simpleUser(world, account), permissions: roles, role_name: level },
          role_name: level,
        });
      },
    },
    'users/get-by-username': {
      of: 'anyone',
      handle: ({ world, params }) => {
        const account = world.accounts.get((params.username ?? '').toLowerCase());
        if (!account) throw notFound();
        return ok(publicUser(world, account));
      },
    },
    'users/get-authenticated': {
      of: 'token',
      handle: ({ world, caller }) => {
        if (caller.kind !== 'user') throw notFound();
        return ok(publicUser(world, writer(caller)));
      },
    },
    'rate-limit/get': { of: 'anyone', handle: ({ caller }) => ok(limits.overview(caller)) },
    'meta/get': {
      of: 'anyone',
      handle: () =>
        ok({
          verifiable_password_authentication: false,
          hooks: ['127.0.0.1/32'],
          web: ['127.0.0.1/32'],
          api: ['127.0.0.1/32'],
          git: ['127.0.0.1/32'],
        }),
    },
  };
}
