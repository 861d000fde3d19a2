// Compose files that are loaded together: paths as people write them → the settings that say so.
import type { Settings } from '../model.ts';
import { resolvePath } from '../parse/path.ts';

/** Their names need tell nothing: `composeFiles` has them as patterns. Paths that leave the repository are left out. */
export function withProjects(
  composeFiles: readonly string[],
  projects: readonly (readonly string[])[],
): Pick<Settings, 'composeFiles' | 'composeProjects'> {
  const resolved = projects.map((files) => files.flatMap((path) => resolvePath('', path) || []));
  const composeProjects = resolved.filter((files) => files.length > 0);
  if (composeProjects.length === 0) return { composeFiles };
  const patterns = composeProjects.flat().map((path) => path.replace(/[\\*?[\]!#]/g, '\\$&'));
  return { composeFiles: [...new Set([...composeFiles, ...patterns])], composeProjects };
}
