// The fake GitHub with the App installed on it as a process, and what tests ask of both.
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type GitHub, startGitHub } from '../github/github.ts';
import type { Entry } from '../github/ledger.ts';
import type { CheckRun, PullRequest } from '../github/world.ts';
import { type App, dataFolder, type Env, environment, startApp } from './process.ts';

export const BAD = 'FROM debian\nRUN sudo apt-get install curl\nRUNN x\n';
export const CLEAN = 'FROM debian:12.5-slim\nCOPY app /app\nUSER 1000:1000\nENTRYPOINT ["/app"]\n';

const PATIENCE = 90_000;

/** Waits until `look` finds something; rejects after a long while. */
export async function until<T>(what: string, look: () => T | undefined | null | false, milliseconds = PATIENCE): Promise<T> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(10)) {
    const found = look();
    if (found !== undefined && found !== null && found !== false) return found;
  }
  throw new Error(`It never happened: ${what}`);
}

export class AppWorld {
  readonly github: GitHub;
  readonly data = dataFolder();
  app: App;

  private constructor(github: GitHub, app: App) {
    this.github = github;
    this.app = app;
  }

  static async start(env: Env = {}): Promise<AppWorld> {
    const github = await startGitHub({ events: ['pull_request', 'merge_group'] });
    const world = new AppWorld(github, { url: '', output: () => '', said: () => Promise.reject(), end: async () => 0 });
    await world.startApp(env);
    return world;
  }

  async startApp(env: Env = {}): Promise<void> {
    const { app, key, host } = this.github;
    const own = { APP_ID: String(app.id), PRIVATE_KEY: key.pkcs1, WEBHOOK_SECRET: app.webhook.secret };
    const standard = { ...own, GHE_HOST: host, GHE_PROTOCOL: 'http', LOG_LEVEL: 'debug', ...env };
    this.app = await startApp(environment(this.data, standard), /It listens at (http:\/\/[\d.:]+)/);
    app.webhook.url = `${this.app.url}/api/github/webhooks`;
  }

  /** Kills it where it stands, and starts it again. */
  async killApp(): Promise<void> {
    await this.app.end('SIGKILL');
    await this.startApp();
  }

  /** Its disk is gone; only while it does not run. */
  loseData(): void {
    rmSync(this.data, { recursive: true, force: true });
  }

  async close(): Promise<void> {
    await this.app.end('SIGTERM');
    rmSync(this.data, { recursive: true, force: true });
    await this.github.close();
  }

  /** A pull request whose head has these files besides those of the base. */
  async pull(name: string, files: Record<string, string | Buffer>, base: Record<string, string> = {}): Promise<PullRequest> {
    const repository = await this.github.createRepository('acme', name, { files: { 'README.md': '#\n', ...base } });
    await this.github.commit(repository, 'topic', { files });
    return this.github.openPullRequest(repository, { head: 'topic' });
  }

  checks = (pull: PullRequest, head = pull.head.sha): CheckRun[] =>
    [...pull.repository.checkRuns.values()].filter((run) => run.headSha === head);

  /** The check of the head, once it is completed. */
  checked = (pull: PullRequest, head = pull.head.sha): Promise<CheckRun> =>
    until(`the check of ${pull.repository.name} is completed\n${this.app.output().slice(-1_500)}`, () =>
      this.checks(pull, head).find(({ status }) => status === 'completed'),
    );

  /** Once the delivery that came last has ended. */
  async dealtWith(): Promise<void> {
    await this.github.idle();
    const guid = this.github.deliveries.at(-1)?.guid;
    await this.app.said(new RegExp(`"delivery":"${guid}","state":"\\w+","msg":"delivery ended"`));
  }

  /** Requests about the pull request's repository. */
  requests = (pull: PullRequest): Entry[] => {
    const { owner, name } = pull.repository;
    return this.github
      .apiRequests()
      .filter(
        ({ path, body }) =>
          path.startsWith(`/repos/${owner.login}/${name}/`) ||
          (path === '/graphql' && JSON.stringify(body).includes(`"${name}"`)),
      );
  };
}
