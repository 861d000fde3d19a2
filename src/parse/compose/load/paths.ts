// Relative paths, from the folder of the file that names them.
// https://github.com/compose-spec/compose-go/blob/main/paths/resolve.go
import { isWindowsPath, joinPaths } from './file-path.ts';
import { mapInside } from './map-values.ts';
import type { Tell } from './problem.ts';
import { into, isNowhere, meaningAt, type Spot, table } from './table.ts';
import { at, get, type MapValue, stringOf, type Value, withField } from './value.ts';

export interface Base {
  /** Absolute folder that relative paths begin at. */
  folder: string;
  /** What `~` stands for. */
  home: string;
}

type Resolver = (value: Value, base: Base, tell: Tell) => Value;

const BUILDER_CONTEXT = /:\/\/|^(?:service:|https:\/\/|http:\/\/|git:\/\/|ssh:\/\/|github\.com\/|git@)/;

export function absolutePath(path: string, { folder, home }: Base): string {
  if (path === '') return path;
  const expanded = path.startsWith('~') ? joinPaths(home, path.slice(1)) : path;
  return expanded.startsWith('/') || expanded.startsWith('~') ? expanded : joinPaths(folder, expanded);
}

const change = (value: Value, path: (text: string) => string): Value => {
  const text = stringOf(value);
  return text === undefined || value.kind !== 'scalar' ? value : { ...value, value: path(text) };
};
const plain: Resolver = (value, base) => change(value, (text) => absolutePath(text, base));
const context: Resolver = (value, base) =>
  change(value, (text) => (BUILDER_CONTEXT.test(text) ? text : absolutePath(text, base)));
/** A path of the machine that runs the containers may be one of Windows. */
const maybeWindows: Resolver = (value, base) =>
  change(value, (text) => (isWindowsPath(text) ? text : text === '' ? base.folder : absolutePath(text, base)));
const mount: Resolver = (value, base, tell) => {
  if (value.kind !== 'map' || stringOf(get(value, 'type')) !== 'bind') return value;
  const source = get(value, 'source');
  if (source) return withField(value, 'source', maybeWindows(source, base, tell));
  tell('form', 'missing-source', value.at, 'A mount of type `bind` needs a `source`: the path on the host.', { of: value });
  return value;
};
/** A volume of the local driver that is a bind mount in disguise. */
const driverOptions: Resolver = (value, base, tell) => {
  const options = get(value, 'driver_opts');
  const device = get(options, 'device');
  const bind = stringOf(at(value, 'driver')) === 'local' && stringOf(get(options, 'o')) === 'bind';
  if (value.kind !== 'map' || options?.kind !== 'map' || !bind || !device) return value;
  return withField(value, 'driver_opts', withField(options, 'device', maybeWindows(device, base, tell)));
};

const RESOLVERS = table<Resolver>({
  'services.*.build.context': context,
  'services.*.build.additional_contexts.*': context,
  'services.*.build.ssh.*': maybeWindows,
  'services.*.env_file.*.path': plain,
  'services.*.label_file.*': plain,
  'services.*.extends.file': plain,
  'services.*.develop.watch.*.path': plain,
  'services.*.volumes.*': mount,
  'configs.*.file': maybeWindows,
  'secrets.*.file': maybeWindows,
  'volumes.*': driverOptions,
});

export const withAbsolutePaths = (root: MapValue, base: Base, tell: Tell): MapValue =>
  walk(root, RESOLVERS, base, tell) as MapValue;

function walk(value: Value, spot: Spot<Resolver>, base: Base, tell: Tell): Value {
  if (isNowhere(spot)) return value;
  const resolve = meaningAt(spot);
  return resolve ? resolve(value, base, tell) : mapInside(value, (inside, key) => walk(inside, into(spot, key), base, tell));
}
