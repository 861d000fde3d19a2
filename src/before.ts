// The base of a change: as the review compares it, under the paths of the head, and as it was, with what was removed since.
import { kindOf } from './discover.ts';
import type { Snapshot, SourceFile } from './model.ts';
import { pathsBeside } from './parse/beside.ts';

/** What the change did not touch is as at the head. Paths are those of the head; what was removed is not among them. */
export function baseFiles({ head, base, touched }: Snapshot): SourceFile[] {
  const before = new Map(base.map((file) => [file.path, file]));
  return head.flatMap((file) => {
    const old = before.get(file.previousPath ?? file.path);
    if (old) return [old.path === file.path ? old : { ...old, path: file.path }];
    return touched && Object.hasOwn(touched, file.path) ? [] : [file];
  });
}

export interface Before {
  files: SourceFile[];
  tree: readonly string[] | null;
}

/** Files and tree under the paths that they had; `null` where the change removes and renames nothing that was read. */
export function asItWas(snapshot: Snapshot): Before | null {
  const { head, base, touched, tree } = snapshot;
  const now = new Set(head.map(({ path }) => path));
  if (base.every(({ path }) => now.has(path))) return null;
  const old = new Set(base.map(({ path }) => path));
  const untouched = head.filter(({ path }) => !(touched && Object.hasOwn(touched, path)) && !old.has(path));
  const added = new Set(
    head.filter(({ path }) => !old.has(path) && touched && Object.hasOwn(touched, path)).map(({ path }) => path),
  );
  return { files: [...base, ...untouched], tree: tree && [...tree.filter((path) => !added.has(path) && !old.has(path)), ...old] };
}

/** Compose files to which one belonged that the change removes or calls otherwise: what they are without it is told. */
export function besideRemoved({ head, base, settings }: Snapshot): string[] {
  const now = new Set(head.map(({ path }) => path));
  const removed = base.filter(({ path }) => !now.has(path) && kindOf(path, settings) === 'compose');
  return removed.flatMap(({ path }) => pathsBeside(path, 'compose'));
}
