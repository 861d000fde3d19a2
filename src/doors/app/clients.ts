// GitHub clients for the steps of a job, each with a token of its own.
import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/rest';
import { type GitHub, refusal } from '../../github.ts';
import { type Lane, newLane } from '../../publish/lane.ts';
import { pace } from '../../publish/pace.ts';
import { version } from '../cli/version.ts';
import { timedFetch } from '../timed-fetch.ts';
import type { Logger } from './log.ts';

export interface Clients {
  /** A client for one installation whose token is made at its first request, and once more when GitHub takes it no longer. */
  forInstallation(installation: number, mint: () => Promise<string>): GitHub;
}

export const realLane = (): Lane => newLane({ now: Date.now, sleep: (milliseconds) => sleep(milliseconds) });

/** All clients of one installation share one pace, as GitHub counts. */
export function clients(baseUrl: string, log: Logger): Clients {
  const lanes = new Map<number, Lane>();
  const told = {
    debug: () => {},
    info: () => {},
    warn: (text: string) => log.warn(text),
    error: (text: string) => log.debug(text),
  };

  function laneOf(installation: number): Lane {
    const lane = lanes.get(installation) ?? realLane();
    lanes.set(installation, lane);
    return lane;
  }

  return {
    forInstallation(installation, mint) {
      const octokit = new Octokit({ baseUrl, userAgent: `hullcheck/${version}`, request: { fetch: timedFetch }, log: told });
      let token: Promise<string> | null = null;
      octokit.hook.wrap('request', async (request, options) => {
        const send = async () => {
          token ??= mint().catch((error: unknown) => {
            token = null;
            throw error;
          });
          options.headers.authorization = `token ${await token}`;
          return request(options);
        };
        try {
          return await send();
        } catch (error) {
          if (refusal(error).status !== 401) throw error;
          token = null;
          return send();
        }
      });
      pace(octokit, laneOf(installation));
      return octokit;
    },
  };
}
