// Where everything of a picture stands: in layers from left to right.
import type { Graph } from '../../picture.ts';
import { arranged } from './arrange.ts';
import { columnsOf, route } from './route.ts';

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** `x` and `y` are the upper left corner. */
export type Box = Size & Point;

export interface Layout extends Size {
  nodes: Box[];
  groups: Box[];
  /** In the order of the edges: the way from border to border; none where a service leads to itself. */
  ways: Point[][];
}

export const PADDING = 14;
/** Above the services of a group stands its name. */
const HEADING = 22;
const MARGIN = 16;

/** In pixels. `null`: groups cannot be kept apart in it. Without groups there is always a layout. */
export function layout(graph: Graph, sizes: readonly Size[]): Layout | null {
  // Shorter arrows first; where that fails, another way to choose the layers may succeed.
  for (const ranker of ['network-simplex', 'longest-path'] as const) {
    const found = arranged(graph, sizes, ranker);
    if (!found) continue;
    const { nodes, bends } = found;
    const groups = graph.groups.map((_, at) => around(nodes.filter((__, index) => graph.nodes[index]?.group === at)));
    if (!isApart(graph, nodes, groups)) continue;
    const columns = columnsOf(nodes);
    const ways = graph.edges.map(({ from, to }, index) => {
      const [start, end] = [nodes[from], nodes[to]];
      return start && end && start !== end ? route(start, end, bends[index] ?? [], columns) : [];
    });
    return fitted(nodes, groups, ways);
  }
  return null;
}

function around(boxes: readonly Box[]): Box {
  const { left, top, right, bottom } = extent(boxes);
  const y = top - PADDING - HEADING;
  return { x: left - PADDING, y, width: right - left + 2 * PADDING, height: bottom + PADDING - y };
}

/** No group lies upon another, nor upon a box that is not its own. */
function isApart({ nodes: parts }: Graph, nodes: readonly Box[], groups: readonly Box[]): boolean {
  return groups.every(
    (group, at) =>
      groups.every((other, index) => index <= at || !overlap(group, other)) &&
      nodes.every((node, index) => parts[index]?.group === at || !overlap(group, node)),
  );
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function extent(boxes: readonly Box[]): { left: number; top: number; right: number; bottom: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left <= right ? { left, top, right, bottom } : { left: 0, top: 0, right: 0, bottom: 0 };
}

/** Moves all so that it begins at the margin. */
function fitted(nodes: readonly Box[], groups: readonly Box[], ways: readonly Point[][]): Layout {
  const bends = ways.flat().map((point): Box => ({ ...point, width: 0, height: 0 }));
  const { left, top, right, bottom } = extent([...nodes, ...groups, ...bends]);
  const move = <T extends Point>(point: T): T => ({ ...point, x: point.x - left + MARGIN, y: point.y - top + MARGIN });
  return {
    nodes: nodes.map(move),
    groups: groups.map(move),
    ways: ways.map((way) => way.map(move)),
    width: right - left + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN,
  };
}
