// Paths of the host as people know them: the loader stands every relative path below one folder.
import type { SourceFile } from '../model.ts';
import type { Value } from '../parse/compose/load/value.ts';
import type { Project } from '../project.ts';

const TOP = '/repository';

/** `./html` for a path of the repository; `written` for one that begins above it; an absolute path as it is. */
export function shownPath(path: string, written?: string): string {
  if (path === TOP) return '.';
  if (path.startsWith(`${TOP}/`)) return `.${path.slice(TOP.length)}`;
  return written?.startsWith('..') ? written : path;
}

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
