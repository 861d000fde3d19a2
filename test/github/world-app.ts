// Apps, their installations and their tokens.
import type { KeyObject } from 'node:crypto';
import type { Account, Repository } from './world.ts';

export type Level = 'read' | 'write';
export type Permissions = Record<string, Level>;

/** Who check runs and comments of an App come from. */
export interface Bot {
  id: number;
  nodeId: string;
  slug: string;
  name: string;
  owner: Account;
  account: Account;
  permissions: Permissions;
  events: string[];
  createdAt: string;
}

export interface OwnApp extends Bot {
  clientId: string;
  publicKey: KeyObject;
  webhook: { url: string | null; secret: string; id: number };
}

export interface Installation {
  id: number;
  account: Account;
  app: OwnApp;
  repositories: Set<Repository>;
  permissions: Permissions;
  events: string[];
  createdAt: string;
  suspended: boolean;
}

/** Who a request comes from. */
export type Caller =
  | { kind: 'anonymous' }
  | { kind: 'app'; app: OwnApp }
  | { kind: 'user'; account: Account; token: string }
  | {
      kind: 'installation';
      account: Account;
      bot: Bot;
      installation: Installation;
      repositories: ReadonlySet<Repository>;
      permissions: Permissions;
      token: string;
    }
  | {
      kind: 'action';
      account: Account;
      bot: Bot;
      repositories: ReadonlySet<Repository>;
      permissions: Permissions;
      token: string;
    };

/** A caller that acts as an account. */
export type AccountCaller = Exclude<Caller, { kind: 'anonymous' } | { kind: 'app' }>;
