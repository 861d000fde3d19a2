// Snapshot → the Compose projects in it, and the files that must be read to know them whole.
import type { Notice, Snapshot } from '../model.ts';
import { type ReadOptions, readProject } from '../project.ts';
import { readStack } from './read.ts';
import type { Stack } from './stack.ts';

export interface Survey {
  /** Projects that a file under review takes part in, in the files' order. */
  stacks: Stack[];
  /** Paths that a further round should bring. */
  wants: string[];
  notices: Notice[];
}

export function survey(snapshot: Snapshot, { parsers, known }: Pick<ReadOptions, 'parsers' | 'known'>): Survey {
  const { head, settings, kinds, tree, listed, absent, reviewed } = snapshot;
  const project = readProject(head, { parsers, settings, kinds, tree, listed, absent, known });
  const ours = new Set(reviewed);
  const loaded = project.composeProjects.filter(({ parts }) => parts.some((path) => ours.has(path)));
  return {
    stacks: loaded.map((one) => readStack(one, project)),
    wants: [...new Set(project.missing.map(({ path }) => path))],
    notices: [...snapshot.notices, ...project.notices],
  };
}
