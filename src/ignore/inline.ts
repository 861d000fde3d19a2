// Ignore comments of a file together with those inside of the Dockerfiles that are written in it.
import type { Range } from '../model.ts';
import type { InlineDockerfile } from '../parse/inline/inline.ts';
import type { Document, Project } from '../project.ts';
import { contains } from '../text.ts';
import type { Ignore } from './ignore.ts';
import { ignoresOf } from './read.ts';

type Inlines = Pick<Project, 'inlines'>;

export const inlinesWithin = ({ inlines }: Inlines, document: Document): readonly InlineDockerfile[] =>
  inlines.length === 0 || document.kind === 'dockerfile' ? [] : inlines.filter(({ file }) => file === document);

/** All of a file, those of its inline Dockerfiles at their places in it. */
export function ignoresIn(project: Inlines, document: Document, today: string): Ignore[] {
  const inlines = inlinesWithin(project, document);
  const own = ignoresOf(document, today);
  if (inlines.length === 0) return own;
  const outside = own.filter(({ at }) => !inlines.some(({ node }) => contains(node.range, at)));
  return [...outside, ...inlines.flatMap((inline) => ignoresInside(inline, today))];
}

export const ignoresInside = (inline: InlineDockerfile, today: string): Ignore[] =>
  ignoresOf(inline.dockerfile, today).flatMap((ignore) => {
    const at = inline.place(ignore.at);
    const covers = extent(inline, ignore.covers);
    return at && covers ? [{ ...ignore, at, covers }] : [];
  });

/** From end to end, whatever variables stand between. */
function extent(inline: InlineDockerfile, { start, end }: Range): Range | null {
  const first = inline.place({ start, end: start });
  const last = inline.place({ start: end, end });
  return first && last && { start: first.start, end: Math.max(first.start, last.end) };
}
