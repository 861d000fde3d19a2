// The ignore comments of every file of a review, by path, and what the change did to them.
import type { Snapshot } from '../model.ts';
import type { Project } from '../project.ts';
import { changedIgnores, UNCHANGED } from './added.ts';
import { ignoresIn } from './inline.ts';
import type { Ignores } from './silence.ts';

/** Files without any are left out, and all where the settings want no such comments. `base`: `null` where nothing is compared. */
export function ignoresOfAll(
  head: Project,
  base: Project | null,
  { touched, today, settings }: Pick<Snapshot, 'touched' | 'today' | 'settings'>,
): ReadonlyMap<string, Ignores> {
  const found = new Map<string, Ignores>();
  if (!settings.ignoreComments) return found;
  for (const document of [...head.dockerfiles, ...head.composeFiles]) {
    const all = ignoresIn(head, document, today);
    if (all.length === 0) continue;
    const spans = touched && Object.hasOwn(touched, document.path) ? touched[document.path] : undefined;
    const old = base?.document(document.path);
    const before = base && old ? { document: old, ignores: ignoresIn(base, old, today) } : null;
    found.set(document.path, { all, ...(spans ? changedIgnores({ document, ignores: all }, before, spans) : UNCHANGED) });
  }
  return found;
}
