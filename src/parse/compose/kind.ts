// What sort of Compose file it is: version 1, or a fragment that is merged into another file.
import type { Service } from './model.ts';
import type { MapNode } from './node.ts';

const TOP_LEVEL = ['services', 'version', 'name', 'include', 'networks', 'volumes', 'secrets', 'configs', 'models'];
const RUNNABLE = ['image', 'build', 'extends', 'provider'];
const OVERRIDE_NAME = /(?:^|[._-])override[._-][^/]*$/i;

/** Version 1 had no top-level keys but the services' names. https://docs.docker.com/reference/compose-file/legacy-versions/ */
export function isLegacy(root: MapNode): boolean {
  if (TOP_LEVEL.some((key) => root.entry(key))) return false;
  return root.entries.some(({ value }) => value.kind === 'map' && RUNNABLE.some((key) => value.entry(key)));
}

/** Its name says override, or one of its services has nothing to run: Compose can't load it alone. */
export function isFragment(path: string, services: readonly Service[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return OVERRIDE_NAME.test(name) || services.some(({ node }) => node && !RUNNABLE.some((key) => node.entry(key)));
}
