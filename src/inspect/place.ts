// Paths of the host as people know them: the loader stands every relative path below one folder.
import type { SourceFile } from '../model.ts';
import type { Value } from '../parse/compose/load/value.ts';
import type { Project } from '../project.ts';

/** What stands around one project. */
export interface Surroundings {
  project: Project;
  /** Of its first file; `''` is the repository. */
  folder: string;
}

const TOP = '/repository';

/**
 * As one would write it in a file of `folder` (`''` is the repository): `./html`, `../shared`. An absolute path stays as it is.
 * `written`: how the file has it; a path that leaves the repository is known by that alone.
 */
export function shownPath(path: string, folder: string, written?: string): string {
  const inside = inRepository(path);
  if (inside === null) return written?.startsWith('..') ? written : path;
  const [from, to] = [partsOf(folder), partsOf(inside)];
  const differs = from.findIndex((part, index) => part !== to[index]);
  const common = differs < 0 ? from.length : differs;
  const up = from.slice(common).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...to.slice(common)].join('/');
}

const partsOf = (path: string): string[] => (path === '' ? [] : path.split('/'));

/** A folder or file of the repository, `''` for its root; `null`: it lies elsewhere. */
export const inRepository = (path: string): string | null =>
  path === TOP ? '' : path.startsWith(`${TOP}/`) ? path.slice(TOP.length + 1) : null;

/** A value as its file has it, without quotes; of short syntax what stands before the first colon. */
export function writtenAt(value: Value | undefined, project: Pick<Project, 'source'>): string | undefined {
  const file: SourceFile | undefined = value && project.source(value.at.path);
  if (!value || !file) return undefined;
  const text = file.text.slice(value.at.range.start, value.at.range.end).replace(/^["']|["']$/g, '');
  return text.split(':', 1)[0];
}
