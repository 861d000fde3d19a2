// Paths that files name, resolved inside the repository without ever leaving it.
import type { Service } from './compose/model.ts';

/** `name` as seen from the folder of `from`; `null` when it leaves the repository, is absolute or depends on the environment. */
export function resolvePath(from: string, name: string): string | null {
  const slash = from.lastIndexOf('/');
  return join(slash < 0 ? '' : from.slice(0, slash), name);
}

/** Joins a repository folder (`''` is the root) and a relative path; `null` as above. */
export function join(folder: string, name: string): string | null {
  if (/^[/~\\]|^[A-Za-z]:[\\/]|[$\0]|:\/\//.test(name)) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if ([undefined, '..'].includes(parts.pop())) return null;
  }
  return parts.join('/');
}

/** Folder of a service's build context; `null` when it is remote, outside, unknown, or there is no build. */
export function buildContext(composePath: string, service: Service): string | null {
  if (!service.build) return null;
  const context = service.build.context?.string ?? '.';
  if (/^(https?|git|ssh|oci|docker-image):|^git@|\.git(#|$)/.test(context)) return null;
  return resolvePath(composePath, context);
}

/** The Dockerfile that a service is built from; `null` when it is inline, remote, outside or unknown. */
export function buildFile(composePath: string, service: Service): string | null {
  const context = buildContext(composePath, service);
  if (context === null || !service.build || service.build.dockerfileInline) return null;
  return join(context, service.build.dockerfile?.string ?? 'Dockerfile');
}
