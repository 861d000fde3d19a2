// Mounts of services, with named volumes that are folders of the host in disguise told as such: `driver_opts` of the local driver with `o: bind`.
import { hostPath } from './host-path.ts';
import type { Compose, Mount, Reference, Service, TopLevel } from './model.ts';
import { scalarOf } from './scalars.ts';

/** A disguised one as if it named the path itself; other mounts as they are. https://docs.docker.com/reference/cli/docker/volume/create/#opt */
export function hostMounts(file: Compose, services: readonly Service[] = file.services): Mount[] {
  const volumes = new Map(file.volumes.map((volume) => [volume.name, volume]));
  return services.flatMap((service) => [
    ...service.volumes.map((mount) => revealed(mount, volumes.get(mount.source?.text ?? ''))),
    ...handed(service.secrets, file.secrets),
    ...handed(service.configs, file.configs),
  ]);
}

/** Files of the host that a service is given as secrets or configs are mounted read-only; those with an ending are what that is made for. */
function handed(references: readonly Reference[], defined: readonly TopLevel[]): Mount[] {
  return references.flatMap(({ name, node }): Mount[] => {
    const path = scalarOf(defined.find((one) => one.name === name)?.get('file'))?.string ?? '';
    if (!/^[/~]/.test(path) || !/(?:\/[^./]*|\/\.[^./]*|\.sock)$/.test(path)) return [];
    const at = { range: node.range, ...(node.via && { via: node.via }) };
    const source = { text: path, ...at };
    return [{ node, short: true, ...at, type: 'bind', source, target: null, readOnly: true, modes: [], propagation: null }];
  });
}

function revealed(mount: Mount, volume: TopLevel | undefined): Mount {
  const { type, source } = mount;
  const driver = scalarOf(volume?.get('driver'));
  const options = volume?.get('driver_opts');
  if (type !== 'volume' || !source || options?.kind !== 'map' || (driver && driver.string !== 'local')) return mount;
  const words = scalarOf(options.get('o'))?.string.split(',') ?? [];
  const device = scalarOf(options.get('device'));
  if (!device || !words.includes('bind')) return mount;
  const bound: Mount = {
    ...mount,
    type: 'bind',
    source: { ...source, text: device.string },
    readOnly: mount.readOnly || words.includes('ro'),
  };
  return hostPath(bound) === null ? mount : bound;
}
