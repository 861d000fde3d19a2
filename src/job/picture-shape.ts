// The shape of what a change makes of Compose projects, as it leaves a job.
import type { Graph, GraphEdge, GraphLine, GraphNode, Mark, ProjectChange, ProjectRemark } from '../picture.ts';
import { count, list, object, oneOf, type Shape, string } from './shape.ts';

const mark = oneOf('added', 'removed', 'altered');
const line = object<GraphLine>({ about: oneOf('image', 'port', 'volume', 'path', 'other'), text: string, mark }, 'mark');
const node = object<GraphNode>(
  { kind: oneOf('service', 'volume', 'path'), label: string, lines: list(line), group: count, mark },
  'group',
  'mark',
);
const edge = object<GraphEdge>(
  { kind: oneOf('depends', 'mounts'), from: count, to: count, how: oneOf('healthy', 'completed', 'read-only'), mark },
  'how',
  'mark',
);
const parts = object<Graph>({
  groups: list(object<{ label: string; mark?: Mark }>({ label: string, mark }, 'mark')),
  nodes: list(node),
  edges: list(edge),
});

/** Indexes point at what is there. */
const graph: Shape<Graph> = (value) => {
  const read = parts(value);
  if (!read) return undefined;
  const { groups, nodes, edges } = read;
  const placed = nodes.every(({ group = 0 }) => group < Math.max(1, groups.length));
  return placed && edges.every(({ from, to }) => from < nodes.length && to < nodes.length) ? read : undefined;
};

const remark = object<ProjectRemark>({
  topic: oneOf('resources', 'networks', 'volumes', 'dependencies', 'advice'),
  message: string,
});

export const projectShape = object<ProjectChange>({ path: string, graph, told: list(remark) }, 'graph');
