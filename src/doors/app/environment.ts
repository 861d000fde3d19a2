// The environment of `hullcheck serve` → plain settings, or the sentence that says what is wrong with it.
import { resolve } from 'node:path';

export type Env = Readonly<Record<string, string | undefined>>;

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export interface ServeSettings {
  host: string;
  port: number;
  logLevel: (typeof LOG_LEVELS)[number];
  /** `json`: one object a line. `pretty`: for people. */
  logFormat: 'json' | 'pretty';
  /** Where people see GitHub, and where its REST API answers; without a slash at the end. */
  webUrl: string;
  apiUrl: string;
  /** Absolute path of the folder with the state. */
  data: string;
  /** Whether open pull requests of a repository that the App is added to are reviewed. */
  reviewsAdded: boolean;
}

/** Reads `HOST`, `PORT`, `LOG_LEVEL`, `LOG_FORMAT`, `GHE_HOST`, `GHE_PROTOCOL` (as Probot does), `HULLCHECK_DATA` and `HULLCHECK_ADDED`. */
export function readEnvironment(env: Env, terminal: boolean): ServeSettings | { problem: string } {
  const port = env.PORT || '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return wrong('PORT', port, 'it is a number from 0 to 65535');
  const logLevel = LOG_LEVELS.find((level) => level === (env.LOG_LEVEL || 'info'));
  if (!logLevel) return wrong('LOG_LEVEL', env.LOG_LEVEL, `it is one of ${LOG_LEVELS.join(', ')}`);
  const added = env.HULLCHECK_ADDED || 'leave';
  if (added !== 'leave' && added !== 'review') return wrong('HULLCHECK_ADDED', added, 'it is leave or review');
  const protocol = env.GHE_PROTOCOL || 'https';
  if (protocol !== 'https' && protocol !== 'http') return wrong('GHE_PROTOCOL', protocol, 'it is https or http');
  const ghe = env.GHE_HOST;
  const webUrl = `${protocol}://${ghe}`;
  if (ghe && !(URL.canParse(webUrl) && new URL(webUrl).host === ghe.toLowerCase()))
    return wrong('GHE_HOST', ghe, 'it is a host name, with a port if need be: github.example.com');
  return {
    host: env.HOST || 'localhost',
    port: Number(port),
    logLevel,
    logFormat: env.LOG_FORMAT === 'pretty' || (env.LOG_FORMAT !== 'json' && terminal) ? 'pretty' : 'json',
    webUrl: ghe ? webUrl : 'https://github.com',
    apiUrl: ghe ? `${webUrl}/api/v3` : 'https://api.github.com',
    data: resolve(env.HULLCHECK_DATA || '.hullcheck'),
    reviewsAdded: added === 'review',
  };
}

const wrong = (name: string, value: string | undefined, rule: string) => ({
  problem: `${name} is ${JSON.stringify(value)}; ${rule}.`,
});
