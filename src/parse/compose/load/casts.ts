// Strings that Compose turns into numbers and booleans where these are expected, whether a variable gave them or not.
// https://github.com/compose-spec/compose-go/blob/main/loader/interpolate.go
import { decimalFloat, decimalInteger, float32 } from './number.ts';
import { table } from './table.ts';
import type { Content } from './value.ts';

export interface Cast {
  /** What it must be, in words. */
  expected: string;
  /** `undefined`: it is none. */
  read(text: string): { value: Content; float?: boolean } | undefined;
}

const integer: Cast = {
  expected: 'a whole number',
  read: (text) => {
    const value = decimalInteger(text);
    return value === null ? undefined : { value };
  },
};
const float: Cast = {
  expected: 'a number',
  read: (text) => {
    const value = decimalFloat(text);
    return value === null ? undefined : { value, float: true };
  },
};
const single: Cast = {
  expected: 'a number',
  read: (text) => {
    const value = decimalFloat(text);
    return value === null ? undefined : { value: float32(value), float: true };
  },
};
/** Those of YAML 1.1 too: https://yaml.org/type/bool.html */
export const boolean: Cast = {
  expected: '`true` or `false`',
  read: (text) => {
    const word = text.toLowerCase();
    if (['true', 'y', 'yes', 'on'].includes(word)) return { value: true };
    return ['false', 'n', 'no', 'off'].includes(word) ? { value: false } : undefined;
  },
};

const inService = {
  cpu_count: integer,
  cpu_percent: float,
  cpu_period: integer,
  cpu_quota: integer,
  cpu_rt_period: integer,
  cpu_rt_runtime: integer,
  cpus: single,
  cpu_shares: integer,
  init: boolean,
  'depends_on.*.required': boolean,
  'depends_on.*.restart': boolean,
  'deploy.replicas': integer,
  'deploy.update_config.parallelism': integer,
  'deploy.update_config.max_failure_ratio': float,
  'deploy.rollback_config.parallelism': integer,
  'deploy.rollback_config.max_failure_ratio': float,
  'deploy.restart_policy.max_attempts': integer,
  'deploy.placement.max_replicas_per_node': integer,
  'healthcheck.retries': integer,
  'healthcheck.disable': boolean,
  oom_kill_disable: boolean,
  oom_score_adj: integer,
  pids_limit: integer,
  'ports.[].target': integer,
  privileged: boolean,
  read_only: boolean,
  scale: integer,
  stdin_open: boolean,
  tty: boolean,
  'ulimits.*': integer,
  'ulimits.*.hard': integer,
  'ulimits.*.soft': integer,
  'volumes.[].read_only': boolean,
  'volumes.[].volume.nocopy': boolean,
};

export const CASTS = table<Cast>({
  ...Object.fromEntries(Object.entries(inService).map(([path, cast]) => [`services.*.${path}`, cast])),
  'networks.*.external': boolean,
  'networks.*.internal': boolean,
  'networks.*.attachable': boolean,
  'networks.*.enable_ipv4': boolean,
  'networks.*.enable_ipv6': boolean,
  'volumes.*.external': boolean,
  'secrets.*.external': boolean,
  'configs.*.external': boolean,
});
