// Mounts of services, with named volumes that are folders of the host in disguise told as such: `driver_opts` of the local driver with `o: bind`.
import { hostPath } from './host-path.ts';
import type { Compose, Mount, Service, TopLevel } from './model.ts';
import { scalarOf } from './scalars.ts';

/** A disguised one as if it named the path itself; other mounts as they are. https://docs.docker.com/reference/cli/docker/volume/create/#opt */
export function hostMounts(file: Compose, services: readonly Service[] = file.services): Mount[] {
  const volumes = new Map(file.volumes.map((volume) => [volume.name, volume]));
  return services.flatMap((service) => service.volumes.map((mount) => revealed(mount, volumes.get(mount.source?.text ?? ''))));
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
