// All that the fake GitHub remembers, as plain data; Git itself remembers the rest.

import type { GitRepository } from './git.ts';
import type { Bot, Installation, OwnApp } from './world-app.ts';

export type Fields = Record<string, unknown>;

export interface Account {
  id: number;
  nodeId: string;
  /** As REST says it: a bot's ends in `[bot]`. */
  login: string;
  type: 'User' | 'Organization' | 'Bot';
}

export interface Repository {
  id: number;
  nodeId: string;
  owner: Account;
  name: string;
  private: boolean;
  archived: boolean;
  defaultBranch: string;
  parent: Repository | null;
  git: GitRepository;
  createdAt: string;
  pushedAt: string;
  pulls: Map<number, PullRequest>;
  /** People who may push, besides the owner. */
  collaborators: Set<Account>;
  checkSuites: Map<number, CheckSuite>;
  checkRuns: Map<number, CheckRun>;
  /** When set, recursive trees are cut after so many entries instead of 100,000. */
  mostTreeEntries: number | null;
  sarifs: Map<string, { ref: string; commit: string; sarif: string; tool: string | null }>;
}

export interface PullRequest {
  id: number;
  nodeId: string;
  number: number;
  repository: Repository;
  author: Account;
  title: string;
  body: string | null;
  draft: boolean;
  state: 'open' | 'closed';
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
  mergedBy: Account | null;
  head: { repository: Repository; branch: string; sha: string };
  base: { branch: string; sha: string };
  reviews: Map<number, Review>;
  threads: Map<number, Thread>;
  comments: Map<number, IssueComment>;
}

export type Minimized = 'ABUSE' | 'DUPLICATE' | 'OFF_TOPIC' | 'OUTDATED' | 'RESOLVED' | 'SPAM' | null;

export interface Review {
  id: number;
  nodeId: string;
  pull: PullRequest;
  author: Account;
  body: string;
  state: 'PENDING' | 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED';
  commit: string;
  submittedAt: string | null;
  createdAt: string;
  updatedAt: string;
  minimized: Minimized;
}

export type Side = 'LEFT' | 'RIGHT';

/** Where a thread is anchored; lines count from 1 and both ends belong to it. */
export interface Anchor {
  startLine: number | null;
  startSide: Side | null;
  line: number | null;
  side: Side;
  position: number | null;
}

export interface Thread {
  id: number;
  nodeId: string;
  pull: PullRequest;
  path: string;
  subject: 'line' | 'file';
  original: Anchor;
  originalCommit: string;
  /** Where it stands at the head; null once it is outdated. */
  current: Anchor | null;
  /** The hunk up to the commented line, as it was. */
  diffHunk: string;
  comments: ReviewComment[];
  resolvedBy: Account | null;
}

export interface ReviewComment {
  id: number;
  nodeId: string;
  thread: Thread;
  review: Review;
  author: Account;
  body: string;
  createdAt: string;
  updatedAt: string;
  minimized: Minimized;
}

export interface IssueComment {
  id: number;
  nodeId: string;
  pull: PullRequest;
  author: Account;
  body: string;
  createdAt: string;
  updatedAt: string;
  minimized: Minimized;
}

export interface CheckSuite {
  id: number;
  nodeId: string;
  repository: Repository;
  headSha: string;
  bot: Bot;
  createdAt: string;
}

export interface Annotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column: number | null;
  end_column: number | null;
  annotation_level: 'notice' | 'warning' | 'failure';
  title: string | null;
  message: string;
  raw_details: string | null;
}

export interface CheckRun {
  id: number;
  nodeId: string;
  suite: CheckSuite;
  name: string;
  headSha: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  externalId: string;
  detailsUrl: string | null;
  startedAt: string | null;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: Annotation[];
  actions: { label: string; description: string; identifier: string }[];
}

export interface World {
  /** http://127.0.0.1:PORT, where pages are; the API is under /api/v3. */
  origin: string;
  nextId: number;
  accounts: Map<string, Account>;
  /** By `owner/name` in lower case. */
  repositories: Map<string, Repository>;
  /** By the names that they had. */
  renamed: Map<string, Repository>;
  installations: Map<number, Installation>;
  app: OwnApp;
  actions: Bot;
  /** Everything that has a node id, and its type in GitHub's GraphQL schema. */
  nodes: Map<string, { type: string; value: unknown }>;
  /** Tells the App (if it wants such events): resolves when it has answered or failed to. */
  emit: (event: string, repository: Repository, payload: Fields) => Promise<void>;
  /** Lets such work go on behind an answer. */
  later: (work: Promise<unknown>) => void;
}
