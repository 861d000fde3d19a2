// The build context of a Dockerfile, as far as the repository tells.
import type { Compose } from './compose/model.ts';
import { buildContext, buildFile } from './path.ts';

/** A folder (`''` is the root): that of the Compose services which build it, or the root for a Dockerfile that lies there. `null`: not known. */
export function buildContextOf(composeFiles: readonly Compose[], dockerfile: string): string | null {
  const contexts = new Set<string | null>();
  for (const compose of composeFiles)
    for (const service of compose.services)
      if (buildFile(compose.path, service) === dockerfile) contexts.add(buildContext(compose.path, service));
  const [only] = contexts;
  if (contexts.size > 0) return contexts.size === 1 ? (only ?? null) : null;
  return dockerfile.includes('/') ? null : '';
}
