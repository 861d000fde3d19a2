// A service as JSON: https://github.com/compose-spec/compose-spec/blob/main/05-services.md

import { code } from '../../schema-words.ts';
import { stringOf } from '../value.ts';
import { bytes, mode, optionalDuration } from './amounts.ts';
import { build, ulimits } from './build.ts';
import { shellWords } from './command.ts';
import { deploy, deviceRequest } from './deploy.ts';
import { extending } from './extensions.ts';
import { hosts, mapping, options, repeatedOptions, strings, stringsOrNumbers, variables } from './mappings.ts';
import {
  boolean,
  float,
  integer,
  type Json,
  listOf,
  mapOf,
  optionalBoolean,
  optionalInteger,
  optionalUnsigned,
  type Shape,
  string,
  struct,
  unlessFalse,
  unsigned,
} from './shape.ts';

/** An empty command is kept: it takes the image's away. */
const command: Shape = (value, tell) => {
  if (value.kind === 'list') return value.items.map((item) => string(item, tell) ?? '');
  const text = stringOf(value);
  if (text === undefined) return undefined;
  const words = shellWords(text);
  if (!words) tell('type', 'bad-command', value.at, `${code(text)} has quotes or brackets that are not closed.`, { of: value });
  return words ?? undefined;
};
const test: Shape = (value, tell) => {
  const text = stringOf(value);
  return text === undefined ? listOf(string)(value, tell) : ['CMD-SHELL', text];
};
const texts = listOf(string);

export const fileMount = struct({ source: string, target: string, uid: string, gid: string, mode });
const port = struct({
  name: string,
  mode: string,
  host_ip: string,
  target: unsigned,
  published: string,
  protocol: string,
  app_protocol: string,
});
const volume = struct({
  type: string,
  source: string,
  target: string,
  read_only: boolean,
  consistency: string,
  bind: struct({ selinux: string, propagation: string, create_host_path: unlessFalse, recursive: string }),
  volume: struct({ labels: mapping, nocopy: boolean, subpath: string }),
  tmpfs: struct({ size: bytes, mode: unsigned }),
  image: struct({ subpath: string }),
});
const network = struct({
  aliases: texts,
  driver_opts: options,
  gw_priority: integer,
  interface_name: string,
  ipv4_address: string,
  ipv6_address: string,
  link_local_ips: texts,
  mac_address: string,
  priority: integer,
});
const hook = struct(
  {
    command,
    image: string,
    user: string,
    privileged: boolean,
    working_dir: string,
    environment: variables,
    per_replica: boolean,
  },
  { command: null },
);
const throttle: Shape = (value, tell) => {
  const read = struct({ path: string, rate: bytes })(value, tell);
  const { path = '', rate = '0' } = (read ?? {}) as { [key: string]: Json };
  return { Path: path, Rate: rate };
};
const weight: Shape = (value, tell) => {
  const read = struct({ path: string, weight: unsigned })(value, tell);
  const { path = '', weight: share = 0 } = (read ?? {}) as { [key: string]: Json };
  return { Path: path, Weight: share };
};
const throttles = listOf(throttle);
const watch = struct(
  { path: string, action: string, target: string, exec: hook, include: texts, ignore: texts, initial_sync: boolean },
  { path: '', action: '', exec: { command: null } },
);

export const service = struct(
  {
    profiles: texts,
    annotations: mapping,
    attach: optionalBoolean,
    build,
    develop: struct({ watch: listOf(watch) }),
    blkio_config: struct({
      weight: unsigned,
      weight_device: listOf(weight),
      device_read_bps: throttles,
      device_read_iops: throttles,
      device_write_bps: throttles,
      device_write_iops: throttles,
    }),
    cap_add: texts,
    cap_drop: texts,
    cgroup_parent: string,
    cgroup: string,
    cpu_count: integer,
    cpu_percent: float,
    cpu_period: integer,
    cpu_quota: integer,
    cpu_rt_period: integer,
    cpu_rt_runtime: integer,
    cpus: float,
    cpuset: string,
    cpu_shares: integer,
    command,
    configs: listOf(fileMount, {}),
    container_name: string,
    credential_spec: struct({ config: string, file: string, registry: string }),
    depends_on: mapOf(struct({ condition: string, restart: boolean, required: optionalBoolean }, { required: false }), {
      required: false,
    }),
    deploy,
    device_cgroup_rules: texts,
    devices: listOf(struct({ source: string, target: string, permissions: string }), {}),
    dns: strings,
    dns_opt: texts,
    dns_search: strings,
    dockerfile: string,
    domainname: string,
    entrypoint: command,
    provider: struct({ type: string, options: repeatedOptions }),
    environment: variables,
    env_file: listOf(struct({ path: string, required: unlessFalse, format: string }), {}),
    expose: stringsOrNumbers,
    extends: struct({ file: string, service: string }),
    external_links: texts,
    extra_hosts: hosts,
    group_add: texts,
    gpus: listOf(deviceRequest, {}),
    hostname: string,
    healthcheck: struct({
      test,
      timeout: optionalDuration,
      interval: optionalDuration,
      retries: optionalUnsigned,
      start_period: optionalDuration,
      start_interval: optionalDuration,
      disable: boolean,
    }),
    image: string,
    init: optionalBoolean,
    ipc: string,
    isolation: string,
    labels: mapping,
    label_file: texts,
    links: texts,
    logging: struct({ driver: string, options }),
    log_driver: string,
    log_opt: extending(mapOf(string, '')),
    mem_limit: bytes,
    mem_reservation: bytes,
    memswap_limit: bytes,
    mem_swappiness: bytes,
    mac_address: string,
    models: mapOf(struct({ endpoint_var: string, model_var: string }), null),
    net: string,
    network_mode: string,
    networks: mapOf(network, null),
    oom_kill_disable: boolean,
    oom_score_adj: integer,
    pid: string,
    pids_limit: integer,
    platform: string,
    ports: listOf(port, {}),
    privileged: boolean,
    pull_policy: string,
    read_only: boolean,
    restart: string,
    runtime: string,
    scale: optionalInteger,
    secrets: listOf(fileMount, {}),
    security_opt: texts,
    shm_size: bytes,
    stdin_open: boolean,
    stop_grace_period: optionalDuration,
    stop_signal: string,
    storage_opt: extending(mapOf(string, '')),
    sysctls: mapping,
    tmpfs: strings,
    tty: boolean,
    ulimits,
    use_api_socket: boolean,
    user: string,
    userns_mode: string,
    uts: string,
    volume_driver: string,
    volumes: listOf(volume, {}),
    volumes_from: texts,
    working_dir: string,
    pre_start: listOf(hook, {}),
    post_start: listOf(hook, {}),
    pre_stop: listOf(hook, {}),
  },
  { command: null, entrypoint: null },
);
