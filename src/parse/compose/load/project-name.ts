// What a project is called when nobody names it on the command line.
// https://github.com/compose-spec/compose-spec/blob/main/spec.md#name-top-level-element
import type { Compose } from '../model.ts';
import { type Lookup, newRoom, substitute } from './substitute.ts';

/** `name:` of the last file that has one, else the folder's name; lower case letters, digits, `-` and `_` remain. */
export function projectName(files: readonly Compose[], folder: string, lookup: Lookup): string {
  const named = files.flatMap(({ documents }) =>
    documents.flatMap((document) => {
      const name = document.kind === 'map' ? document.get('name') : undefined;
      return name?.kind === 'scalar' && typeof name.value === 'string' && name.value !== '' ? [name.value] : [];
    }),
  );
  const written = normalName(substitute(named.at(-1) ?? '', lookup, newRoom()).text);
  return written || normalName(folder.slice(folder.lastIndexOf('/') + 1)) || 'project';
}

const normalName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[-_]+/, '');

/** What a project is called by the folder of its file; `null` where that is the repository's own, which may be called anything. */
export function projectNameOf(path: string): string | null {
  const folder = path.split('/').at(-2) ?? '';
  return /^[a-z]/.test(normalName(folder)) ? normalName(folder) : null;
}
