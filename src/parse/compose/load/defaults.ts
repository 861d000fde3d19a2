// What Compose assumes where a file says nothing, before it checks the project.
// https://github.com/compose-spec/compose-go/blob/main/transform/defaults.go
import { mapInside } from './map-values.ts';
import { printed } from './number.ts';
import { into, isNowhere, meaningAt, type Spot, table } from './table.ts';
import { get, type MapValue, scalar, type Value, withField } from './value.ts';

type Default = (map: MapValue) => MapValue;

const unlessSet =
  (key: string, value: string | boolean): Default =>
  (map) =>
    map.fields.has(key) ? map : withField(map, key, scalar(value, map.at));

const device: Default = (map) => (map.fields.has('device_ids') ? map : unlessSet('count', 'all')(map));
const secret: Default = (map) => {
  const source = get(map, 'source');
  return unlessSet('target', `/run/secrets/${source?.kind === 'scalar' ? printed(source) : ''}`)(map);
};

const DEFAULTS = table<Default>({
  'services.*.build': unlessSet('context', '.'),
  'services.*.secrets.*': secret,
  'services.*.ports.*': (map) => unlessSet('mode', 'ingress')(unlessSet('protocol', 'tcp')(map)),
  'services.*.deploy.resources.reservations.devices.*': device,
  'services.*.gpus.*': device,
  'services.*.volumes.*.bind': unlessSet('create_host_path', true),
});

export const withDefaults = (root: MapValue): MapValue => walk(root, DEFAULTS) as MapValue;

function walk(value: Value, spot: Spot<Default>): Value {
  if (isNowhere(spot)) return value;
  const assume = meaningAt(spot);
  if (assume) return value.kind === 'map' ? assume(value) : value;
  return mapInside(value, (inside, key) => walk(inside, into(spot, key)));
}
