// Numbers and node ids for everything that is made, and the accounts they are made by.
import type { Account, World } from './world.ts';

export function nextId(world: World): number {
  world.nextId += 1;
  return world.nextId;
}

/** Gives a new thing its id and node id, and remembers it under the latter; `type` is its GraphQL type. */
export function register<T extends { id: number; nodeId: string }>(
  world: World,
  type: string,
  prefix: string,
  value: Omit<T, 'id' | 'nodeId'>,
): T {
  const id = nextId(world);
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(0x93_00_ce_00, 0);
  bytes.writeBigUInt64BE(BigInt(id), 4);
  const made = { ...value, id, nodeId: `${prefix}_${bytes.toString('base64url')}` } as T;
  world.nodes.set(made.nodeId, { type, value: made });
  return made;
}

const PREFIX = { User: 'U', Organization: 'O', Bot: 'BOT' } as const;

/** The account of that login, made when first named. */
export function account(world: World, login: string, type: Account['type'] = 'User'): Account {
  const known = world.accounts.get(login.toLowerCase());
  if (known) return known;
  const made = register<Account>(world, type, PREFIX[type], { login, type });
  world.accounts.set(login.toLowerCase(), made);
  return made;
}
