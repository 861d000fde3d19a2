// Accounts as GraphQL objects: a bot's login has no `[bot]` here.
import type { Account, Fields } from '../world.ts';
import type { Session } from './execute.ts';

export function actorObject({ world }: Session, account: Account): Fields {
  const login = account.login.replace(/\[bot\]$/, '');
  const resourcePath = account.type === 'Bot' ? `/apps/${login}` : `/${login}`;
  return {
    __typename: account.type,
    id: account.nodeId,
    databaseId: account.id,
    login,
    name: account.type === 'Bot' ? null : login,
    url: world.origin + resourcePath,
    resourcePath,
    avatarUrl: `${world.origin}/avatars/u/${account.id}?v=4`,
  };
}
