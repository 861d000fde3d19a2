// Which folders of a container lie on a volume, a folder of the host or a tmpfs of its service.
import { levels } from '../dockerfile/context-path.ts';
import { defaultOf } from './interpolation.ts';
import type { Service } from './model.ts';

/** As Linux images have it: `/var/run` is a link to `/run`. */
const plain = (path: string): string => `/${levels(path).join('/')}`.replace(/^\/var\/run(?=\/|$)/, '/run');

const known = new WeakMap<Service, ReadonlySet<string> | null>();

/** Targets of all its mounts; `null` when the environment decides about one of them. */
function targetsOf(service: Service): ReadonlySet<string> | null {
  const before = known.get(service);
  if (before !== undefined) return before;
  const named = [
    ...service.volumes.map(({ target }) => target?.text ?? ''),
    ...service.list('tmpfs').map(({ string }) => string.split(':', 1)[0] ?? ''),
  ].map((path) => defaultOf(path));
  const targets = named.every((path) => path !== undefined) ? new Set(named.map(plain)) : null;
  known.set(service, targets);
  return targets;
}

/** Whether something is mounted just there; `null`: not known. */
export const isTarget = (service: Service, path: string): boolean | null => targetsOf(service)?.has(plain(path)) ?? null;

/** Whether something is mounted at a path of the container or at a folder above it; `null`: not known. */
export function isMounted(service: Service, path: string): boolean | null {
  const targets = targetsOf(service);
  if (!targets) return null;
  for (let folder = plain(path); folder !== ''; folder = folder.slice(0, folder.lastIndexOf('/')))
    if (targets.has(folder)) return true;
  return targets.has('/');
}

/** Whether a path of the container lies strictly inside of another one. */
export const isInside = (path: string, folder: string): boolean =>
  plain(folder) === '/' ? plain(path) !== '/' : plain(path).startsWith(`${plain(folder)}/`);
