// Items of merged lists that mean the same thing: the last one holds, at the first one's position.
// https://github.com/compose-spec/compose-spec/blob/main/13-merge.md#unique-resources
import { mapInside } from './map-values.ts';
import { isInteger, printed } from './number.ts';
import type { Tell } from './problem.ts';
import { shortVolume } from './short-volume.ts';
import { into, isNowhere, meaningAt, type Spot, table } from './table.ts';
import { get, type MapValue, stringOf, type Value } from './value.ts';

/** What an item is known by. `{ wrong }`: it can't be; `undefined`: it can't be, and the schema or the long syntax will tell. */
type Identity = (item: Value) => string | { wrong: string } | undefined;

const NO_TARGET = { wrong: 'This has no `target`, the place in the container.' };

const A_DATE = { wrong: 'An unquoted date is no string: put it in quotes.' };
const isDate = (item: Value): boolean => item.kind === 'scalar' && item.time === true;

const byName: Identity = (item) => (isDate(item) ? A_DATE : stringOf(item)?.split('=', 1)[0]);
const byTarget: Identity = (item) => {
  if (item.kind === 'map') return stringOf(get(item, 'target')) ?? NO_TARGET;
  const text = stringOf(item);
  if (text === undefined) return '';
  const volume = shortVolume(text);
  return typeof volume === 'string' ? undefined : volume.target;
};
const byDevice: Identity = (item) => {
  if (item.kind === 'map') return stringOf(get(item, 'target')) ?? NO_TARGET;
  const parts = (stringOf(item) ?? '').split(':', 2);
  return parts[1] ?? parts[0] ?? '';
};
const byPort: Identity = (item) => {
  if (item.kind === 'list') return '';
  if (item.kind === 'scalar') return typeof item.value === 'string' || isInteger(item.value, item.float) ? printed(item) : '';
  const target = get(item, 'target');
  if (!target) return NO_TARGET;
  const published = get(item, 'published');
  const kind = published?.kind === 'scalar' ? typeof published.value : 'none';
  const [host = '0.0.0.0', protocol = 'tcp'] = [stringOf(get(item, 'host_ip')), stringOf(get(item, 'protocol'))];
  return `${host}:${kind}:${wordOf(published)}:${wordOf(target)}/${protocol}`;
};
const byExposed: Identity = (item) =>
  item.kind === 'scalar' && !item.time && (typeof item.value === 'string' || isInteger(item.value, item.float))
    ? printed(item)
    : { wrong: 'A port to expose must be a string or a whole number.' };
const byPath: Identity = (item) => {
  if (item.kind !== 'map') return stringOf(item) ?? '';
  return stringOf(get(item, 'path')) ?? { wrong: 'This has no `path`.' };
};
const byMount =
  (folder: string): Identity =>
  (item) => {
    if (item.kind === 'map') return stringOf(get(item, 'target')) ?? `${folder}/${wordOf(get(item, 'source'))}`;
    const text = stringOf(item);
    return text === undefined ? (isDate(item) ? A_DATE : undefined) : `${folder}/${text}`;
  };

const wordOf = (value: Value | undefined): string => (value?.kind === 'scalar' ? printed(value) : '');

const NAMED = [
  'annotations',
  'build.args',
  'build.additional_contexts',
  'build.platform',
  'build.tags',
  'build.labels',
  'cap_add',
  'cap_drop',
  'deploy.labels',
  'dns',
  'dns_opt',
  'dns_search',
  'environment',
  'labels',
  'links',
  'networks.*.aliases',
  'networks.*.link_local_ips',
  'profiles',
  'sysctls',
  'tmpfs',
];

const IDENTITIES = table<Identity>({
  'networks.*.labels': byName,
  'networks.*.ipam.options': byName,
  ...Object.fromEntries(NAMED.map((path) => [`services.*.${path}`, byName])),
  'services.*.configs': byMount(''),
  'services.*.secrets': byMount('/run/secrets'),
  'services.*.devices': byDevice,
  'services.*.env_file': byPath,
  'services.*.expose': byExposed,
  'services.*.ports': byPort,
  'services.*.volumes': byTarget,
});

export const withoutRepeats = (root: MapValue, tell: Tell): MapValue => walk(root, IDENTITIES, tell) as MapValue;

function walk(value: Value, spot: Spot<Identity>, tell: Tell): Value {
  if (isNowhere(spot)) return value;
  if (value.kind === 'map') return mapInside(value, (inside, key) => walk(inside, into(spot, key), tell));
  const identity = meaningAt(spot);
  if (value.kind !== 'list' || !identity) return value;
  const items = new Map<string, Value>();
  for (const [index, item] of value.items.entries()) {
    const known = identity(item);
    if (typeof known === 'object') tell('form', 'wrong-form', item.at, known.wrong, { of: item });
    items.set(typeof known === 'string' ? known : `\0${index}`, item);
  }
  return items.size === value.items.length ? value : { ...value, items: [...items.values()] };
}
