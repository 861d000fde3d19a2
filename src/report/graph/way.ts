// Arrows of dependencies and lines of mounts; the head tells what is waited for.
import type { GraphEdge } from '../../picture.ts';
import type { Point } from './layout.ts';
import { path } from './shapes.ts';

const MARKS = ['none', 'added', 'removed', 'altered'] as const;
const SHAPES = {
  started: '<path class="open" d="M1 1 7 4 1 7"/>',
  healthy: '<path d="M0 .5 8 4 0 7.5z"/>',
  completed: '<path d="M0 4 4 .5 8 4 4 7.5z"/>',
};

export const HEADS = `<defs>${Object.entries(SHAPES)
  .flatMap(([how, shape]) => MARKS.map((mark) => head(how, mark, shape)))
  .join('')}</defs>`;

function head(how: string, mark: string, shape: string): string {
  const size = 'viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="9" markerHeight="9"';
  return `<marker id="${how}-${mark}" class="head ${mark}" ${size} markerUnits="userSpaceOnUse" orient="auto">${shape}</marker>`;
}

/** `way`: from border to border. */
export function wayPart({ kind, how, mark }: Pick<GraphEdge, 'kind' | 'how' | 'mark'>, way: readonly Point[]): string {
  if (way.length < 2) return '';
  const end = kind === 'depends' ? ` marker-end="url(#${how ?? 'started'}-${mark ?? 'none'})"` : '';
  return `<path class="edge ${how ?? kind} ${mark ?? 'none'}" d="${path(way)}"${end}/>`;
}
