// The build context of a Dockerfile, as far as the repository tells.
import type { Compose } from './compose/model.ts';
import { buildContext, buildFile } from './path.ts';

type Contexts = ReadonlyMap<string, ReadonlySet<string | null>>;

// Every Dockerfile asks all Compose files of a review, which are looked through once.
const known = new WeakMap<readonly Compose[], Contexts>();

/** A folder (`''` is the root): that of the Compose services which build it, or the root for a Dockerfile that lies there. `null`: not known. */
export function buildContextOf(composeFiles: readonly Compose[], dockerfile: string): string | null {
  const contexts = contextsOf(composeFiles).get(dockerfile);
  if (!contexts) return dockerfile.includes('/') ? null : '';
  const [only] = contexts;
  return contexts.size === 1 ? (only ?? null) : null;
}

/** Contexts by the Dockerfile that is built with them. */
function contextsOf(composeFiles: readonly Compose[]): Contexts {
  const before = known.get(composeFiles);
  if (before) return before;
  const found = new Map<string, Set<string | null>>();
  for (const { path, services } of composeFiles)
    for (const service of services) {
      const file = buildFile(path, service);
      if (file === null) continue;
      const contexts = found.get(file) ?? new Set();
      found.set(file, contexts.add(buildContext(path, service)));
    }
  known.set(composeFiles, found);
  return found;
}
