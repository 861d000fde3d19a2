// Probot as we use it: it holds the App's identity and hands events to their handlers; nothing is repeated behind our back.
import { Probot, ProbotOctokit } from 'probot';
import { timedFetch } from '../timed-fetch.ts';
import type { Credentials } from './credentials.ts';
import type { Logger } from './log.ts';

/** Its retries would post twice after a lost answer, and its pacing would count per process: publish/pace.ts does both. */
const Octokit = ProbotOctokit.defaults((options: object) => ({
  ...options,
  throttle: { enabled: false },
  retry: { enabled: false },
  request: { fetch: timedFetch },
}));

export async function createProbot(
  { appId, privateKey, webhookSecret }: Credentials,
  baseUrl: string,
  log: Logger,
): Promise<Probot> {
  const probot = new Probot({ appId, privateKey, secret: webhookSecret, baseUrl, log, Octokit });
  return probot.ready();
}
