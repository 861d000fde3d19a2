// Where everything of a picture stands: dagre arranges it in layers from left to right. https://github.com/dagrejs/dagre
import dagre from '@dagrejs/dagre';
import type { Graph } from '../../picture.ts';
import { looseRows } from './loose.ts';
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
export const HEADING = 22;
const MARGIN = 16;

/** In pixels. */
export function layout(graph: Graph, sizes: readonly Size[]): Layout {
  const plan = new dagre.graphlib.Graph({ compound: true, multigraph: true });
  // Between a service and one of the next group there is room for both groups' borders and a name; between columns for their ways.
  plan.setGraph({ rankdir: 'LR', nodesep: 30, ranksep: 48 + Math.min(60, graph.edges.length), edgesep: 14 });
  for (const index of graph.groups.keys()) plan.setNode(`g${index}`, {});
  for (const [index, { group }] of graph.nodes.entries()) {
    plan.setNode(`n${index}`, { ...sizes[index] });
    if (group !== undefined) plan.setParent(`n${index}`, `g${group}`);
  }
  for (const [index, { from, to }] of graph.edges.entries())
    plan.setEdge(`n${from}`, `n${to}`, { width: 0, height: 0 }, String(index));
  for (const [from, to] of looseRows(graph)) plan.setEdge(`n${from}`, `n${to}`, { width: 0, height: 0 }, `loose ${from}`);
  dagre.layout(plan);
  const nodes = graph.nodes.map((_, index) => boxOf(plan.node(`n${index}`)));
  const groups = graph.groups.map((_, at) => around(nodes.filter((__, index) => graph.nodes[index]?.group === at)));
  const columns = columnsOf(nodes);
  const ways = graph.edges.map(({ from, to }, index) => {
    const edge: unknown = plan.edge({ v: `n${from}`, w: `n${to}`, name: String(index) });
    const [start, end] = [nodes[from], nodes[to]];
    const bends = pointsOf(edge).slice(1, -1);
    return start && end && start !== end ? route(start, end, bends, columns) : [];
  });
  return fitted(nodes, groups, ways);
}

const numberAt = (value: unknown, key: string): number => {
  const found: unknown = Object(value)[key];
  return typeof found === 'number' && Number.isFinite(found) ? found : 0;
};

const pointOf = (value: unknown): Point => ({ x: numberAt(value, 'x'), y: numberAt(value, 'y') });

function boxOf(value: unknown): Box {
  const [width, height] = [numberAt(value, 'width'), numberAt(value, 'height')];
  return { x: numberAt(value, 'x') - width / 2, y: numberAt(value, 'y') - height / 2, width, height };
}

function pointsOf(value: unknown): Point[] {
  const points: unknown = Object(value).points;
  return Array.isArray(points) ? points.map(pointOf) : [];
}

function around(boxes: readonly Box[]): Box {
  const { left, top, right, bottom } = extent(boxes);
  const y = top - PADDING - HEADING;
  return { x: left - PADDING, y, width: right - left + 2 * PADDING, height: bottom + PADDING - y };
}

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
