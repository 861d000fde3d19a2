// Whether an image comes from where settings allow.
import type { ImageRef } from './image.ts';

const HUB = /^(?:index\.|registry-1\.)?docker\.io$|^hub\.docker\.com$/;

/** Whether an entry (`ghcr.io`, `ghcr.io/octo`, `docker.io`, `*.octo.dev`) allows an image. */
export function comesFrom(entry: string, { registry, repository, official }: ImageRef): boolean {
  const slash = entry.indexOf('/');
  const host = slash < 0 ? entry : entry.slice(0, slash);
  const at = registry ?? 'docker.io';
  const sameHost =
    host === '*' || host === at || (HUB.test(host) && HUB.test(at)) || (host.startsWith('*.') && at.endsWith(host.slice(1)));
  if (!sameHost || slash < 0) return sameHost;
  const path = entry.slice(slash + 1).replace(/\/?\*?$/, '');
  const full = official && !repository.includes('/') ? `library/${repository}` : repository;
  return full === path || full.startsWith(`${path}/`);
}
