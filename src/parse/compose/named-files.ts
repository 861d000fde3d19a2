// Compose files that a Compose file names: those it includes, and those whose services it extends.
import { resolvePath } from '../path.ts';
import { defaultOf } from './interpolation.ts';
import type { Compose } from './model.ts';
import { scalarOf } from './scalars.ts';

/** Repository paths as they are when no variable is set; what leaves the repository is left out. */
export function namedComposeFiles(file: Compose): string[] {
  const names = [...file.includes, ...file.services.flatMap(extendedFile)];
  const paths = names.flatMap(({ string }) => {
    const name = defaultOf(string);
    return name === undefined || name === '' ? [] : (resolvePath(file.path, name) ?? []);
  });
  return [...new Set(paths)].filter((path) => path !== file.path);
}

function extendedFile(service: Compose['services'][number]) {
  const extended = service.get('extends');
  return (extended?.kind === 'map' ? scalarOf(extended.get('file')) : null) ?? [];
}
