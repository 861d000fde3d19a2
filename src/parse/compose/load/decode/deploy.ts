// `deploy` of a service as JSON: https://github.com/compose-spec/compose-spec/blob/main/deploy.md
import { bytes, deviceCount, duration, optionalDuration } from './amounts.ts';
import { mapping } from './mappings.ts';
import { float, integer, listOf, optionalInteger, optionalUnsigned, string, struct, unsigned } from './shape.ts';

export const deviceRequest = struct({
  capabilities: listOf(string),
  driver: string,
  count: deviceCount,
  device_ids: listOf(string),
  options: mapping,
});
const update = struct({
  parallelism: optionalUnsigned,
  delay: duration,
  failure_action: string,
  monitor: duration,
  max_failure_ratio: float,
  order: string,
});
const generic = struct({ kind: string, value: optionalInteger }, { kind: '', value: 0 });
const resource = struct({
  cpus: float,
  memory: bytes,
  pids: integer,
  devices: listOf(deviceRequest, {}),
  generic_resources: listOf(struct({ discrete_resource_spec: generic }), {}),
});

export const deploy = struct(
  {
    mode: string,
    replicas: optionalInteger,
    labels: mapping,
    update_config: update,
    rollback_config: update,
    resources: struct({ limits: resource, reservations: resource }),
    restart_policy: struct({
      condition: string,
      delay: optionalDuration,
      max_attempts: optionalUnsigned,
      window: optionalDuration,
    }),
    placement: struct({
      constraints: listOf(string),
      preferences: listOf(struct({ spread: string }), {}),
      max_replicas_per_node: unsigned,
    }),
    endpoint_mode: string,
  },
  { resources: {}, placement: {} },
);
