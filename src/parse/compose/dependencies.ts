// Whom a service waits for, by all the keys that make Compose start another service first.
import type { Range } from '../../model.ts';
import type { Service } from './model.ts';
import { partOf } from './part.ts';
import { scalarsOf } from './scalars.ts';

export interface ServiceUse {
  /** Name of the other service. */
  name: string;
  /** The name, where it is written. */
  range: Range;
  via?: Range;
  key: string;
}

const NAMESPACES = ['network_mode', 'ipc', 'pid', 'uts'];

/** `text` is the file's. Names that the environment decides are left out. */
export function serviceUses(service: Service, text: string): ServiceUse[] {
  const uses: ServiceUse[] = service.dependsOn.map(({ name, node }) => ({
    name,
    key: 'depends_on',
    range: node.range,
    ...(node.via && { via: node.via }),
  }));
  const add = (key: string, pattern: RegExp) => {
    for (const node of scalarsOf(service.get(key))) {
      const name = pattern.exec(node.string)?.[1];
      if (!name) continue;
      const start = node.string.indexOf(name);
      const part = partOf(node, text, start, start + name.length);
      uses.push({ name, key, range: part.range, ...(part.via && { via: part.via }) });
    }
  };
  for (const key of NAMESPACES) add(key, /^service:(.+)$/);
  add('links', /^([^:]+)/);
  add('volumes_from', /^(?!container:)([^:]+)/);
  return uses.filter(({ name }) => !name.includes('$'));
}
