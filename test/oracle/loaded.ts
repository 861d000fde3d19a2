// A Compose file of a folder, loaded as the judge loads it.
import { homedir } from 'node:os';
import { relative, sep } from 'node:path';
import { type LoadedProject, loadProject } from '../../src/parse/compose/load/load.ts';
import { filesIn } from './disk.ts';
import type { Subject } from './subjects.ts';

/** The file alone, without the overrides that lie beside it. */
export function loaded({ root, path }: Subject): LoadedProject {
  const files = filesIn(root);
  const file = files.compose(relative(root, path).split(sep).join('/'));
  return loadProject(file ? [file] : [], files, { name: 'oracle', root, home: homedir() });
}
