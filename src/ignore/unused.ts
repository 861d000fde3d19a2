// Our own ignore comments that hide nothing: their rules were asked and found nothing there, or there are no such rules.
import type { Checked, Found } from '../check.ts';
import type { Kind, Range } from '../model.ts';
import { nearest } from '../parse/nearest.ts';
import { type ActiveRule, isNarrowed } from '../presets.ts';
import type { Document, Project } from '../project.ts';
import type { Rule } from '../rule.ts';
import { lineIndex, slice } from '../text.ts';
import type { Ignore } from './ignore.ts';
import { ignoresIn, ignoresInside, inlinesWithin } from './inline.ts';

/** One comment, with those of its ids that do nothing. */
export interface UnusedIgnore {
  path: string;
  /** The comment's list of ids. */
  at: Range;
  /** Rules that were asked and found nothing that it covers. */
  unused: readonly string[];
  /** Ids that no rule for such files has, each with the one that was probably meant. */
  unknown: readonly { id: string; meant: string | null }[];
  /** What is left of the ids; empty: the comment says nothing any more. */
  kept: readonly string[];
  /** The comment, with its line where nothing else stands on it. */
  whole: Range;
}

interface Asked {
  rules: readonly Rule[];
  active: readonly ActiveRule[];
  found: readonly Pick<Found, 'rule' | 'path' | 'range'>[];
}

/** In files that all rules were asked about to the end. */
export function unusedIn(
  project: Project,
  paths: ReadonlySet<string>,
  { found, notices }: Checked,
  today: string,
  rules: Pick<Asked, 'rules' | 'active'>,
): UnusedIgnore[] {
  const cut = new Set(notices.map(({ about }) => about));
  return [...project.dockerfiles, ...project.composeFiles]
    .filter(({ path }) => paths.has(path) && !cut.has(path))
    .flatMap((document) => {
      const inlines = inlinesWithin(project, document);
      const inside = inlines.flatMap((inline) => ignoresInside(inline, today));
      const places = new Set(inside.map(({ at }) => at.start));
      const own = ignoresIn(project, document, today).filter(({ at }) => !places.has(at.start));
      const kinds: readonly Kind[] = inlines.length > 0 ? ['compose', 'dockerfile'] : [document.kind];
      const asked = { ...rules, found };
      return [...unusedIgnores(document, own, kinds, asked), ...unusedIgnores(document, inside, ['dockerfile'], asked)];
    });
}

/** A rule that is off, that says less than it can, or that looks across files (which may not all be there) says nothing about its comments. */
function unusedIgnores(
  document: Document,
  ignores: readonly Ignore[],
  kinds: readonly Kind[],
  { rules, active, found }: Asked,
): UnusedIgnore[] {
  const own = ignores.filter(({ tool }) => tool === 'hullcheck');
  if (own.length === 0) return [];
  const ids = rules.filter(({ on }) => on === 'project' || kinds.includes(on)).map(({ id }) => id);
  const known = new Set(ids);
  const judging = active.filter((one) => one.rule.on !== 'project' && kinds.includes(one.rule.on) && !isNarrowed(one));
  const asked = new Set(judging.map(({ rule }) => rule.id));
  const here = found.filter(({ path }) => path === document.path);
  return own.flatMap((ignore): UnusedIgnore | [] => {
    const covered = here.filter(({ range }) => ignore.covers.start <= range.start && range.start <= ignore.covers.end);
    const hits = new Set(covered.map(({ rule }) => rule));
    const written = ignore.rules ?? [];
    const unknown = written.filter((id) => !known.has(id)).map((id) => ({ id, meant: nearest(id, ids) }));
    const unused = written.filter((id) => asked.has(id) && !hits.has(id));
    if (unused.length + unknown.length === 0) return [];
    const idle = new Set([...unused, ...unknown.filter(({ meant }) => meant === null).map(({ id }) => id)]);
    const kept = written.filter((id) => !idle.has(id));
    return { path: document.path, at: listRange(document, ignore), unused, unknown, kept, whole: wholeOf(document, ignore.at) };
  });
}

function listRange({ source }: Document, { at }: Ignore): Range {
  const text = slice(source.text, at);
  const start = at.start + text.indexOf('=') + 1;
  return { start, end: start + (/^[\w,-]*/.exec(text.slice(text.indexOf('=') + 1))?.[0].length ?? 0) };
}

function wholeOf({ source, starts }: Document, at: Range): Range {
  const index = lineIndex(starts, at.start);
  const line = starts[index] ?? 0;
  const before = slice(source.text, { start: line, end: at.start });
  if (before.trim() !== '') return { start: line + before.trimEnd().length, end: at.end };
  return { start: line, end: starts[index + 1] ?? source.text.length };
}
