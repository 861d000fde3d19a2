// The same picture without groups: each service says in its box which networks it is on.
import type { Graph } from '../../picture.ts';

export const withoutGroups = ({ groups, nodes, edges }: Graph): Graph => ({
  groups: [],
  nodes: nodes.map(({ group, ...node }) => {
    const label = group === undefined ? undefined : groups[group]?.label;
    return label === undefined ? node : { ...node, lines: [{ about: 'other', text: `on ${label}` }, ...node.lines] };
  }),
  edges,
});
