// Two pictures of one project, before and after a change → one that shows both, with what was added, removed or altered marked.
import type { Graph, GraphEdge, GraphLine, GraphNode, Mark } from '../picture.ts';

/** `null`: they are the same picture. */
export function marked(before: Graph, after: Graph): Graph | null {
  const old = keyed(before.nodes);
  const nodes = after.nodes.map((node): GraphNode => {
    const was = old.get(keyOf(node));
    return was ? altered(node, was, before, after) : { ...node, mark: 'added' };
  });
  const groups: Graph['groups'] = after.groups.map(({ label }) =>
    before.groups.some((group) => group.label === label) ? { label } : { label, mark: 'added' },
  );
  const now = keyed(after.nodes);
  for (const node of before.nodes) {
    if (now.has(keyOf(node))) continue;
    const label = labelOfGroup(node, before);
    const at = label === null ? -1 : groups.findIndex((group) => group.label === label);
    const group = at >= 0 || label === null ? at : groups.push({ label, mark: 'removed' }) - 1;
    nodes.push({ kind: node.kind, label: node.label, lines: node.lines, mark: 'removed', ...(group >= 0 && { group }) });
  }
  const edges = markedEdges(before, after, new Map(nodes.map((node, index) => [keyOf(node), index])));
  const same = [...nodes, ...edges, ...groups].every(({ mark }) => mark === undefined);
  return same ? null : { groups, nodes, edges };
}

const keyOf = ({ kind, label }: Pick<GraphNode, 'kind' | 'label'>): string => `${kind}\0${label}`;
const keyed = (nodes: readonly GraphNode[]) => new Map(nodes.map((node) => [keyOf(node), node]));
const labelOfGroup = ({ group }: GraphNode, { groups }: Graph): string | null =>
  group === undefined ? null : (groups[group]?.label ?? null);

function altered(node: GraphNode, was: GraphNode, before: Graph, after: Graph): GraphNode {
  const lines = markedLines(was.lines, node.lines);
  const moved = labelOfGroup(was, before) !== labelOfGroup(node, after);
  return moved || lines.some(({ mark }) => mark) ? { ...node, lines, mark: 'altered' } : node;
}

function markedLines(before: readonly GraphLine[], after: readonly GraphLine[]): GraphLine[] {
  const key = ({ about, text }: GraphLine) => `${about} ${text}`;
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  const gone = before.filter((line) => !now.has(key(line)));
  return [
    ...after.map((line): GraphLine => (old.has(key(line)) ? line : { ...line, mark: 'added' })),
    ...gone.map((line): GraphLine => ({ ...line, mark: 'removed' })),
  ];
}

function markedEdges(before: Graph, after: Graph, indexes: ReadonlyMap<string, number>): GraphEdge[] {
  const endsOf = ({ nodes }: Graph, { kind, from, to }: GraphEdge): string => {
    const name = (index: number) => keyOf(nodes[index] ?? { kind: 'service', label: '' });
    return `${kind}\0\0${name(from)}\0\0${name(to)}`;
  };
  const old = new Map(before.edges.map((edge) => [endsOf(before, edge), edge]));
  const now = new Set(after.edges.map((edge) => endsOf(after, edge)));
  const kept = after.edges.map((edge): GraphEdge => {
    const was = old.get(endsOf(after, edge));
    const mark: Mark | undefined = !was ? 'added' : was.how === edge.how ? undefined : 'altered';
    return mark ? { ...edge, mark } : edge;
  });
  const gone = before.edges.flatMap((edge): GraphEdge[] => {
    if (now.has(endsOf(before, edge))) return [];
    const at = (index: number) => indexes.get(keyOf(before.nodes[index] ?? { kind: 'service', label: '' }));
    const [from, to] = [at(edge.from), at(edge.to)];
    return from === undefined || to === undefined ? [] : [{ ...edge, from, to, mark: 'removed' }];
  });
  return [...kept, ...gone];
}
