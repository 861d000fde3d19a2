// What Compose checks of each file's values beyond the schema, before it looks at the project as a whole.
// https://github.com/compose-spec/compose-go/blob/main/validation/validation.go

import { isIp } from '../../ip.ts';
import { code } from '../schema-words.ts';
import { mapInside } from './map-values.ts';
import type { Tell } from './problem.ts';
import { into, isNowhere, meaningAt, type Spot, table } from './table.ts';
import { fieldsOf, get, isNull, type MapValue, stringOf, type Value } from './value.ts';

type Check = (value: Value, tell: Tell, name: string) => void;

const volume: Check = (value, tell, name) => {
  const external = get(value, 'external');
  if (external?.kind !== 'scalar' || external.value !== true) return;
  for (const [key, field] of fieldsOf(value)) {
    if (['name', 'external'].includes(key) || key.startsWith('x-')) continue;
    const message = `Volume ${code(name)} is external: ${code(key)} has no effect there.`;
    tell('form', 'external-with-others', field.key, message, { hint: `Remove ${code(key)}, or \`external\`.`, of: value });
  }
};
const sources =
  (section: string, keys: readonly string[]): Check =>
  (value, tell, name) => {
    const fields = fieldsOf(value);
    const used = keys.filter((key) => fields.has(key));
    const words = keys.map(code).join(', ');
    const owner = `${section} ${code(name)}`;
    const second = used[1] === undefined ? undefined : fields.get(used[1]);
    if (second) {
      const message = `${owner} has ${used.map(code).join(' and ')}: it can come from one of them only.`;
      tell('form', 'exclusive-keys', second.key, message, { hint: 'Keep one of them.', of: value });
    } else if (used.length === 0 && !fields.has('driver') && !fields.has('external')) {
      tell('form', 'missing-source', value.at, `${owner} does not say where it comes from.`, {
        hint: `Add one of ${words}, or \`external: true\`.`,
      });
    }
  };
const watched: Check = (value, tell) => {
  if (stringOf(value) === '') tell('form', 'empty-path', value.at, 'The path to watch is empty.', { of: value });
};
const device: Check = (value, tell) => {
  const count = fieldsOf(value).get('count');
  if (!count || !fieldsOf(value).has('device_ids')) return;
  const message = '`count` and `device_ids` exclude each other: devices are counted or named.';
  tell('form', 'exclusive-keys', count.key, message, { hint: 'Keep one of them.', of: value });
};
const address: Check = (value, tell) => {
  const host = get(value, 'host_ip');
  const text = stringOf(host);
  if (!host || isNull(host) || text === undefined || isIp(text)) return;
  tell('form', 'bad-address', host.at, `${code(text)} is no IP address.`, { of: host, hint: 'Write one such as `127.0.0.1`.' });
};

const CHECKS = table<Check>({
  'volumes.*': volume,
  'configs.*': sources('Config', ['file', 'environment', 'content']),
  'secrets.*': sources('Secret', ['file', 'environment']),
  'services.*.ports.*': address,
  'services.*.develop.watch.*.path': watched,
  'services.*.deploy.resources.reservations.devices.*': device,
  'services.*.gpus.*': device,
});

export function checkValues(root: MapValue, tell: Tell): void {
  const walk = (value: Value, spot: Spot<Check>, name: string): Value => {
    const check = meaningAt(spot);
    if (check) check(value, tell, name);
    else if (!isNowhere(spot)) mapInside(value, (inside, key) => walk(inside, into(spot, key), key));
    return value;
  };
  walk(root, CHECKS, '');
}
