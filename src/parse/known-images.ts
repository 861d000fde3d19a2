// Who the processes of base images run as: of Docker's official images from the data, of others from the vendors' documentation of the registries named below, as of August 2026.
import { imageFacts } from './base-images.ts';
import type { ImageRef } from './image.ts';

export interface KnownUser {
  /** Whether a container of it begins as root. */
  readonly root: boolean;
  /** An unprivileged user that the image brings for applications. */
  readonly user: string | null;
  /** Its number: what USER can be set to, so that nobody has to read the image's /etc/passwd to know that it is not root. */
  readonly uid: string | null;
  /** Its entrypoint gives up root by itself, or the image is a service that somebody configures and does not program. */
  readonly dropsRoot: boolean;
}

/** The numbers of those users, which the images' Dockerfiles set. */
const NUMBERS: ReadonlyMap<string, string> = new Map([['node', '1000']]);

const NOBODY = [null, null] as const;

const HUB = /^(?:(?:registry-1\.|index\.)?docker\.io)$/;
const MIRRORS: ReadonlySet<string> = new Set(['public.ecr.aws/docker', 'mirror.gcr.io']);

const known = (
  root: boolean,
  [user, uid]: readonly [string, string] | readonly [null, null] = NOBODY,
  dropsRoot = false,
): KnownUser => ({
  root,
  user,
  uid,
  dropsRoot,
});

/** `null` for an image that nothing is known about. */
export function knownUser(ref: ImageRef): KnownUser | null {
  if (ref.dynamic || /nanoserver|windowsservercore/.test(ref.tag ?? '')) return null;
  const library = officialName(ref);
  if (library !== null) {
    const { user, application = null, drops = false } = imageFacts.get(library) ?? {};
    return user === 'other'
      ? known(false)
      : known(true, application ? [application, NUMBERS.get(application) ?? application] : NOBODY, drops);
  }
  return knownVendor(`${ref.registry ?? 'docker.io'}/${ref.repository}`, ref.tag ?? '');
}

/** Name of one of Docker's official images, also where a mirror serves it. */
export function officialName(ref: ImageRef): string | null {
  if (ref.official) return ref.name;
  const path = ref.registry === null || HUB.test(ref.registry) ? ref.repository : `${ref.registry}/${ref.repository}`;
  for (const mirror of MIRRORS) if (path === `${mirror}/library/${ref.name}`) return ref.name;
  return path === `library/${ref.name}` ? ref.name : null;
}

function knownVendor(path: string, tag: string): KnownUser | null {
  if (path.startsWith('gcr.io/distroless/'))
    return /(?:^|-)nonroot(?:-|$)/.test(tag) ? known(false) : known(true, ['nonroot', '65532']);
  if (/^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps|sdk)$/.test(path)) return dotnet(tag);
  if (/^docker\.io\/nvidia\/cuda$|^docker\.io\/oven\/bun$|^docker\.io\/denoland\/deno$|^quay\.io\/centos\/centos$/.test(path)) {
    if (path.endsWith('/bun')) return known(true, ['bun', '1000']);
    return path.endsWith('/deno') ? known(true, ['deno', '1993']) : known(true);
  }
  if (/^registry\.access\.redhat\.com\/(?:ubi\d+|ubi\d+\/ubi(?:-minimal|-init|-micro)?)$/.test(path)) return known(true);
  return null;
}

/** Since .NET 8 the Linux images bring `app`, told by `APP_UID`; the chiseled ones run as it. Windows tags tell nothing here. */
function dotnet(tag: string): KnownUser | null {
  if (/nanoserver|windowsservercore|chiseled|distroless/.test(tag)) return /nanoserver|windows/.test(tag) ? null : known(false);
  const major = Number(/^(\d{1,3})/.exec(tag)?.[1] ?? 0);
  return known(true, major >= 8 ? ['app', '1654'] : NOBODY);
}
