// The project as a whole: implicit networks, names, dependencies that other keys imply.
// https://github.com/compose-spec/compose-go/blob/main/loader/normalize.go
import { cleanPath } from './file-path.ts';
import { mapFields, mapItems } from './map-values.ts';
import { printed } from './number.ts';
import type { Lookup } from './substitute.ts';
import {
  fieldsOf,
  get,
  isNull,
  itemsOf,
  type MapValue,
  mapOf,
  type Place,
  scalar,
  stringOf,
  type Value,
  withField,
} from './value.ts';

const NAMESPACES = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'];

export function normalized(root: MapValue, name: string, lookup: Lookup): MapValue {
  const withNetworks = connected(root);
  const services = get(withNetworks, 'services');
  const whole =
    services?.kind === 'map'
      ? withField(
          withNetworks,
          'services',
          mapFields(services, (one) => (one.kind === 'map' ? service(one, lookup) : one)),
        )
      : withNetworks;
  return named(whole, name);
}

function service(value: MapValue, lookup: Lookup): MapValue {
  let result = value;
  const set = (key: string, changed: Value) => {
    result = withField(result, key, changed);
  };
  if (stringOf(get(value, 'pull_policy')) === 'if_not_present')
    set('pull_policy', scalar('missing', get(value, 'pull_policy')?.at ?? value.at));
  const build = get(value, 'build');
  if (build?.kind === 'map') set('build', built(build, lookup));
  const environment = get(value, 'environment');
  if (environment) set('environment', resolved(environment, lookup, true));
  const volumes = get(value, 'volumes');
  if (volumes?.kind === 'list') set('volumes', mapItems(volumes, cleanTarget));
  const implied = impliedDependencies(value);
  const written = get(value, 'depends_on');
  if (implied.size > 0) {
    const missing = [...implied].filter(([name]) => !fieldsOf(written).has(name));
    const fields = new Map([...fieldsOf(written), ...missing.map(([name, one]) => [name, { key: one.at, value: one }] as const)]);
    set('depends_on', { kind: 'map', fields, at: written?.at ?? value.at });
  }
  return inheritImage(result);
}

function built(build: MapValue, lookup: Lookup): MapValue {
  let result = build;
  if (isNull(get(build, 'context') ?? scalar(null, build.at))) result = withField(result, 'context', scalar('.', build.at));
  const given = ['dockerfile', 'dockerfile_inline'].some((key) => !isNull(get(build, key) ?? scalar(null, build.at)));
  if (!given) result = withField(result, 'dockerfile', scalar('Dockerfile', build.at));
  const args = get(build, 'args');
  return args ? withField(result, 'args', resolved(args, lookup, false)) : result;
}

/** Names without a value take that of the environment; `keep`: those that it does not have stay. */
export function resolved(value: Value, lookup: Lookup, keep: boolean): Value {
  if (value.kind === 'list') {
    const items = value.items.flatMap((item): Value[] => {
      const text = stringOf(item);
      if (text === undefined || text.includes('=') || item.kind !== 'scalar') return [item];
      const found = lookup(text);
      return found === undefined ? (keep ? [item] : []) : [{ ...item, value: `${text}=${found}` }];
    });
    return { ...value, items };
  }
  if (value.kind !== 'map') return value;
  const fields = [...value.fields].flatMap(([name, field]) => {
    if (!isNull(field.value)) return [[name, field] as const];
    const found = lookup(name);
    if (found === undefined) return keep ? [[name, field] as const] : [];
    return [[name, { key: field.key, value: scalar(found, field.value.at) }] as const];
  });
  return { ...value, fields: new Map(fields) };
}

function cleanTarget(volume: Value): Value {
  const target = get(volume, 'target');
  const text = stringOf(target);
  return volume.kind === 'map' && target && text !== undefined
    ? withField(volume, 'target', scalar(cleanPath(text), target.at))
    : volume;
}

function impliedDependencies(value: MapValue): Map<string, MapValue> {
  const implied = new Map<string, MapValue>();
  const add = (name: string, restart: boolean, at: Place) => {
    if (!implied.has(name)) implied.set(name, mapOf({ condition: 'service_started', restart, required: true }, at));
  };
  for (const link of itemsOf(get(value, 'links'))) {
    const parts = (stringOf(link) ?? '').split(':');
    add(parts.length === 2 ? (parts[0] ?? '') : (stringOf(link) ?? ''), true, link.at);
  }
  for (const key of NAMESPACES) {
    const used = get(value, key);
    const text = stringOf(used);
    if (used && text?.startsWith('service:')) add(text.slice('service:'.length), true, used.at);
  }
  for (const from of itemsOf(get(value, 'volumes_from'))) {
    const text = stringOf(from) ?? '';
    if (!text.startsWith('container:')) add(text.split(':', 1)[0] ?? '', false, from.at);
  }
  return implied;
}

/** Containers that run before a service starts use its image unless they name one. */
function inheritImage(value: MapValue): MapValue {
  const [hooks, image] = [get(value, 'pre_start'), get(value, 'image')];
  if (hooks?.kind !== 'list' || !image || !stringOf(image)) return value;
  return withField(
    value,
    'pre_start',
    mapItems(hooks, (hook) => (hook.kind === 'map' && !hook.fields.has('image') ? withField(hook, 'image', image) : hook)),
  );
}

/** Services that name no network are in `default`, which exists when it is used. */
function connected(root: MapValue): MapValue {
  const services = get(root, 'services');
  if (services?.kind !== 'map') return root;
  let used = false;
  const joined = mapFields(services, (value) => {
    if (value.kind !== 'map' || value.fields.has('provider') || value.fields.has('network_mode')) return value;
    const networks = fieldsOf(get(value, 'networks'));
    if (networks.size === 0 || networks.has('default')) used = true;
    return networks.size === 0 ? withField(value, 'networks', mapOf({ default: null }, value.at)) : value;
  });
  const whole = withField(root, 'services', joined);
  const networks = get(root, 'networks');
  if (!used || fieldsOf(networks).has('default')) return whole;
  const fields = new Map([...fieldsOf(networks), ['default', { key: services.at, value: scalar(null, services.at) }] as const]);
  return withField(whole, 'networks', { kind: 'map', fields, at: networks?.at ?? services.at });
}

/** Networks, volumes, configs and secrets without a name are called after the project. */
function named(root: MapValue, project: string): MapValue {
  let result = root;
  for (const section of ['networks', 'volumes', 'configs', 'secrets']) {
    const resources = get(root, section);
    if (resources?.kind !== 'map') continue;
    const withNames = mapFields(resources, (value, key) => {
      const resource = value.kind === 'map' ? value : isNull(value) ? mapOf({}, value.at) : null;
      if (!resource) return value;
      if (resource.fields.has('name') && !isNull(get(resource, 'name'))) return resource;
      return withField(resource, 'name', scalar(isExternal(resource) ? key : `${project}_${key}`, resource.at));
    });
    result = withField(result, section, withNames);
  }
  return result;
}

export function isExternal(resource: Value): boolean {
  const external = get(resource, 'external');
  return external?.kind === 'scalar' && ['1', 't', 'T', 'TRUE', 'true', 'True'].includes(printed(external));
}
