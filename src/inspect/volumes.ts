// What services keep and share: named volumes, paths of the host, and who may write there.
import { grouped } from '../grouped.ts';
import type { Volumes, VolumeUse } from './inspection.ts';
import type { Stack, StackMount } from './stack.ts';

export function volumesOf({ services, volumes }: Stack): Volumes {
  const uses = (kind: StackMount['kind']) =>
    services.flatMap(({ name, mounts }) =>
      mounts
        .filter((mount) => mount.kind === kind)
        .map(({ source, target, readOnly }) => ({ source: source ?? '', use: { service: name, target, readOnly } })),
    );
  const ofVolumes = grouped(uses('volume'), ({ source }) => source);
  const ofPaths = grouped(uses('path'), ({ source }) => source);
  const plain = (found: readonly { use: VolumeUse }[] = []) => found.map(({ use }) => use);
  return {
    named: volumes.map(({ name, external, device }) => ({ name, external, device, uses: plain(ofVolumes.get(name)) })),
    paths: [...ofPaths].map(([path, found]) => ({ path, uses: plain(found) })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    anonymous: plain(uses('anonymous')),
    temporary: plain(uses('tmpfs')),
  };
}
