// Repositories and refs as GraphQL objects.
import { repositoryPage } from '../shapes/repository.ts';
import type { Fields, Repository } from '../world.ts';
import { actorObject } from './actors.ts';
import { connection } from './connection.ts';
import type { Session } from './execute.ts';
import { objectByExpression, objectOf } from './git-objects.ts';
import { pullObject } from './pull-request.ts';
import { need, refusal } from './refusals.ts';

function refObject(session: Session, repository: Repository, qualified: string, sha: string): Fields {
  const [, prefix = '', name = ''] = /^(refs\/[^/]+\/)(.*)$/.exec(qualified) ?? [];
  return {
    id: `REF_${Buffer.from(`${repository.id}:${qualified}`).toString('base64url')}`,
    name,
    prefix,
    target: () => objectOf(session, repository, sha),
    repository: () => repositoryObject(session, repository),
  };
}

export async function refOf(session: Session, repository: Repository, name: string): Promise<Fields | null> {
  const qualified = name.startsWith('refs/') ? name : `refs/heads/${name}`;
  const sha = await repository.git.commitOf(qualified);
  return sha ? refObject(session, repository, qualified, sha) : null;
}

export function repositoryObject(session: Session, repository: Repository): Fields {
  const url = repositoryPage(session.world, repository);
  const contents = (): void => need(session, repository, 'contents=read');
  return {
    __typename: 'Repository',
    id: repository.nodeId,
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: `${repository.owner.login}/${repository.name}`,
    owner: actorObject(session, repository.owner),
    isPrivate: repository.private,
    isFork: repository.parent !== null,
    isArchived: false,
    isEmpty: false,
    visibility: repository.private ? 'PRIVATE' : 'PUBLIC',
    url,
    resourcePath: new URL(url).pathname,
    createdAt: repository.createdAt,
    pushedAt: repository.pushedAt,
    parent: () => (repository.parent ? repositoryObject(session, repository.parent) : null),
    defaultBranchRef: () => refOf(session, repository, repository.defaultBranch),
    ref: ({ qualifiedName }: Fields) => {
      contents();
      return refOf(session, repository, String(qualifiedName));
    },
    object: ({ expression, oid }: Fields) => {
      contents();
      return typeof oid === 'string'
        ? objectOf(session, repository, oid)
        : objectByExpression(session, repository, String(expression));
    },
    pullRequest: ({ number }: Fields) => {
      need(session, repository, 'pull_requests=read');
      const pull = repository.pulls.get(Number(number));
      if (!pull) throw refusal('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${Number(number)}.`);
      return pullObject(session, pull);
    },
    pullRequests: (args: Fields) => {
      need(session, repository, 'pull_requests=read');
      const { states, headRefName, baseRefName } = args as {
        states?: string[] | null;
        headRefName?: string;
        baseRefName?: string;
      };
      const stateOf = (state: string, merged: string | null): string => (merged ? 'MERGED' : state.toUpperCase());
      const wanted = [...repository.pulls.values()]
        .filter((pull) => !states || states.includes(stateOf(pull.state, pull.mergedAt)))
        .filter((pull) => !headRefName || pull.head.branch === headRefName)
        .filter((pull) => !baseRefName || pull.base.branch === baseRefName);
      return connection('pullRequests', args, wanted, (pull) => pullObject(session, pull));
    },
  };
}
