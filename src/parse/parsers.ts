// The parsers that a review is handed, and all of them for whoever may meet files of any kind.
import type { SourceFile } from '../model.ts';
import { loadProjects } from './compose/load/projects.ts';
import type { Compose } from './compose/model.ts';
import { parseCompose } from './compose/parse.ts';
import { type NamedFile, namedFiles } from './devcontainer.ts';
import type { Dockerfile } from './dockerfile/model.ts';
import { parseDockerfile } from './dockerfile/parse.ts';

/** Those that the files at hand may need; `devcontainer` tells which files a devcontainer.json names. */
export interface Parsers {
  readonly dockerfile?: (source: SourceFile) => Dockerfile;
  readonly compose?: (source: SourceFile) => Compose;
  /** Compose files as the projects that Compose would start. */
  readonly projects?: typeof loadProjects;
  readonly devcontainer?: (source: SourceFile) => NamedFile[];
}

export const parsers: Required<Parsers> = {
  dockerfile: parseDockerfile,
  compose: parseCompose,
  projects: loadProjects,
  devcontainer: namedFiles,
};
