// GitHub clients for the steps of a job, each with a token of its own.
import { Octokit } from '@octokit/rest';
import { type GitHub, refusal } from '../../github.ts';
import { version } from '../cli/version.ts';
import type { Logger } from './log.ts';

/** A connection on which nothing comes for so long, in milliseconds, is given up: GitHub itself ends requests after ten seconds. */
const REQUEST_TIMEOUT = 60_000;

const timedFetch: typeof fetch = (url, options) => {
  const timeout = AbortSignal.timeout(REQUEST_TIMEOUT);
  return fetch(url, { ...options, signal: options?.signal ? AbortSignal.any([options.signal, timeout]) : timeout });
};

/** A client whose token is made at its first request, and once more when GitHub takes it no longer. */
export function client(baseUrl: string, log: Logger, mint: () => Promise<string>): GitHub {
  const octokit = new Octokit({
    baseUrl,
    userAgent: `hullcheck/${version}`,
    request: { fetch: timedFetch },
    log: { debug: () => {}, info: () => {}, warn: (text: string) => log.warn(text), error: (text: string) => log.debug(text) },
  });
  let token: Promise<string> | null = null;
  octokit.hook.wrap('request', async (request, options) => {
    const send = async () => {
      token ??= mint();
      return request({ ...options, headers: { ...options.headers, authorization: `token ${await token}` } });
    };
    try {
      return await send();
    } catch (error) {
      if (refusal(error).status !== 401) throw error;
      token = null;
      return send();
    }
  });
  return octokit;
}
