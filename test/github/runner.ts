// What a runner gives to an Action in a workflow of the event `pull_request`: a checkout, an event file, variables and a token.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from './git.ts';
import type { GitHub } from './github.ts';
import { testMerge } from './merges.ts';
import { simpleUser } from './shapes/account.ts';
import { pullShape } from './shapes/pull.ts';
import { fullName, repositoryShape } from './shapes/repository.ts';
import type { PullRequest } from './world.ts';
import type { Permissions } from './world-app.ts';

export interface RunOptions {
  /** A folder of the caller's, in which everything is put. */
  folder: string;
  permissions?: Permissions;
  action?: string;
}

export interface PreparedRun {
  /** The checkout: the test merge, depth 1, as actions/checkout leaves it. */
  workspace: string;
  /** Of the workflow; a pull request from a fork gets a read-only one. */
  token: string;
  /** GITHUB_* and RUNNER_* variables; GITHUB_TOKEN and INPUT_* are the workflow's to give. */
  env: Record<string, string>;
  files: { event: string; output: string; summary: string };
}

/** Prepares one run in a new folder inside `folder`; rejects when the pull request conflicts, as then nothing runs. */
export async function prepareRun(
  gh: GitHub,
  pull: PullRequest,
  { folder, permissions, action = 'opened' }: RunOptions,
): Promise<PreparedRun> {
  const { repository } = pull;
  const sha = await testMerge(pull);
  const root = await mkdtemp(join(folder, 'run-'));
  const at = (name: string): string => join(root, name);
  const workspace = at('workspace');
  await Promise.all([mkdir(workspace), mkdir(at('temp'))]);
  await git(workspace, ['init', '--quiet']);
  await git(workspace, [
    'fetch',
    '--quiet',
    '--depth=1',
    '--no-tags',
    `file://${repository.git.directory}`,
    `refs/pull/${pull.number}/merge`,
  ]);
  await git(workspace, ['checkout', '--quiet', '--detach', 'FETCH_HEAD']);
  const event = {
    action,
    number: pull.number,
    pull_request: await pullShape(gh.world, pull),
    repository: repositoryShape(gh.world, repository),
    sender: simpleUser(gh.world, pull.author),
  };
  const files = { event: at('event.json'), output: at('output'), summary: at('summary.md') };
  const empty = [files.output, files.summary, at('env'), at('path')];
  await Promise.all([writeFile(files.event, JSON.stringify(event)), ...empty.map((file) => writeFile(file, ''))]);
  const foreign = pull.head.repository !== repository;
  const granted = permissions ?? { contents: 'read' };
  const token = gh.actionToken(
    repository,
    foreign ? Object.fromEntries(Object.keys(granted).map((name) => [name, 'read' as const])) : granted,
  );
  const env = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: pull.author.login,
    GITHUB_API_URL: gh.url,
    GITHUB_BASE_REF: pull.base.branch,
    GITHUB_ENV: at('env'),
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_GRAPHQL_URL: `${gh.url}/graphql`,
    GITHUB_HEAD_REF: pull.head.branch,
    GITHUB_JOB: 'review',
    GITHUB_OUTPUT: files.output,
    GITHUB_PATH: at('path'),
    GITHUB_REF: `refs/pull/${pull.number}/merge`,
    GITHUB_REF_NAME: `${pull.number}/merge`,
    GITHUB_REPOSITORY: fullName(repository),
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.owner.login,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: String(gh.world.nextId),
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: gh.url,
    GITHUB_SHA: sha,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_WORKFLOW: 'Review',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'fake',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: at('temp'),
  };
  return { workspace, token, env, files };
}
