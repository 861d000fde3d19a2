// dagre, which arranges boxes in layers: https://github.com/dagrejs/dagre
import dagre from '@dagrejs/dagre';
import type { Graph } from '../../picture.ts';
import type { Box, Point, Size } from './layout.ts';
import { looseRows } from './loose.ts';

export interface Arranged {
  nodes: Box[];
  /** By edge: where its way bends. */
  bends: Point[][];
}

/** `null`: dagre gives up, as it does with some graphs whose groups are tightly woven. */
export function arranged(graph: Graph, sizes: readonly Size[], ranker: 'network-simplex' | 'longest-path'): Arranged | null {
  const plan = new dagre.graphlib.Graph({ compound: graph.groups.length > 0, multigraph: true });
  // Between a service and one of the next group there is room for both groups' borders and a name; between columns for their ways.
  plan.setGraph({ rankdir: 'LR', nodesep: 30, ranksep: 48 + Math.min(60, graph.edges.length), edgesep: 14, ranker });
  for (const index of graph.groups.keys()) plan.setNode(`g${index}`, {});
  for (const [index, { group }] of graph.nodes.entries()) {
    plan.setNode(`n${index}`, { ...sizes[index] });
    if (group !== undefined) plan.setParent(`n${index}`, `g${group}`);
  }
  for (const [index, { from, to }] of graph.edges.entries())
    plan.setEdge(`n${from}`, `n${to}`, { width: 0, height: 0 }, String(index));
  for (const [from, to] of looseRows(graph)) plan.setEdge(`n${from}`, `n${to}`, { width: 0, height: 0 }, `loose ${from}`);
  try {
    dagre.layout(plan);
  } catch {
    return null;
  }
  return {
    nodes: graph.nodes.map((_, index) => boxOf(plan.node(`n${index}`))),
    bends: graph.edges.map(({ from, to }, index) =>
      pointsOf(plan.edge({ v: `n${from}`, w: `n${to}`, name: String(index) })).slice(1, -1),
    ),
  };
}

const numberAt = (value: unknown, key: string): number => {
  const found: unknown = Object(value)[key];
  return typeof found === 'number' && Number.isFinite(found) ? found : 0;
};

function boxOf(value: unknown): Box {
  const [width, height] = [numberAt(value, 'width'), numberAt(value, 'height')];
  return { x: numberAt(value, 'x') - width / 2, y: numberAt(value, 'y') - height / 2, width, height };
}

function pointsOf(value: unknown): Point[] {
  const points: unknown = Object(value).points;
  return Array.isArray(points) ? points.map((point) => ({ x: numberAt(point, 'x'), y: numberAt(point, 'y') })) : [];
}
