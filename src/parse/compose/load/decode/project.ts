// The whole project as JSON: services and the top-level sections, in the shape of `docker compose config --format json`.
import type { Tell } from '../problem.ts';
import { get, type MapValue, type Value } from '../value.ts';
import { extending } from './extensions.ts';
import { mapping, options, strings } from './mappings.ts';
import { service } from './service.ts';
import { boolean, integer, type Json, listOf, mapOf, optionalBoolean, type Shape, string, struct } from './shape.ts';

const pool = struct({ subnet: string, gateway: string, ip_range: string, aux_addresses: mapping });
const ipam = struct({ driver: string, config: listOf(pool, null), options });
const network = struct(
  {
    name: string,
    driver: string,
    driver_opts: options,
    ipam,
    external: boolean,
    internal: boolean,
    attachable: boolean,
    labels: mapping,
    enable_ipv4: optionalBoolean,
    enable_ipv6: optionalBoolean,
  },
  { ipam: {} },
);
const volume = struct({ name: string, driver: string, driver_opts: options, external: boolean, labels: mapping });
const object: Shape = struct({
  name: string,
  file: string,
  environment: string,
  content: string,
  external: boolean,
  labels: mapping,
  driver: string,
  driver_opts: extending(mapOf(string, '')),
  template_driver: string,
});
const model = struct({ name: string, model: string, context_size: integer, runtime_flags: strings });

const SECTIONS: readonly (readonly [string, Shape])[] = [
  ['networks', mapOf(network, { ipam: {} })],
  ['volumes', mapOf(volume, {})],
  ['secrets', mapOf(object, {})],
  ['configs', mapOf(object, {})],
];

export type ProjectModel = { [key: string]: Json };

export function decoded(root: MapValue, name: string, tell: Tell): ProjectModel {
  const result: ProjectModel = { name, services: read(root, 'services', mapOf(service, {}), tell) ?? {} };
  for (const [key, shape] of SECTIONS) {
    const section = read(root, key, shape, tell);
    if (section !== undefined) result[key] = section;
  }
  read(root, 'models', mapOf(model, {}), tell);
  for (const [key, { value }] of root.fields) if (key.startsWith('x-')) result[key] = plain(value);
  return result;
}

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `scale` of a service with `deploy` counts as its replicas, once it is known that they do not contradict each other. */
export function withReplicas(model: ProjectModel): ProjectModel {
  if (!isObject(model.services)) return model;
  const services = Object.entries(model.services).map(([name, one]): [string, Json] => {
    const scaled = isObject(one) && isObject(one.deploy) && one.scale !== undefined;
    return [name, scaled ? { ...one, deploy: { ...(one.deploy as object), replicas: one.scale ?? null } } : one];
  });
  return { ...model, services: Object.fromEntries(services) };
}

function read(root: MapValue, key: string, shape: Shape, tell: Tell): Json | undefined {
  const value = get(root, key);
  return value && shape(value, tell);
}

function plain(value: Value): Json {
  if (value.kind === 'scalar' && value.time) return asJson(String(value.value));
  if (value.kind === 'scalar') return typeof value.value === 'bigint' ? Number(value.value) : value.value;
  if (value.kind === 'list') return value.items.map(plain);
  return Object.fromEntries([...value.fields].map(([key, field]) => [key, plain(field.value)]));
}

/** `2001-12-14 21:59:43 -0500 -0500` as JSON has it. */
const asJson = (time: string): string =>
  time
    .replace(' ', 'T')
    .replace(/ (?:\+0000 UTC|([-+]\d\d)(\d\d) .*)$/, (_, hours?: string, minutes?: string) =>
      hours ? `${hours}:${minutes}` : 'Z',
    );
