// Services that no arrow holds: put into rows, so that a layout does not pile all of them up in one column.
import { grouped } from '../../grouped.ts';
import type { Graph } from '../../picture.ts';

/** Pairs of nodes of one group, the second to stand right of the first. */
export function looseRows({ nodes, edges }: Graph): [number, number][] {
  const held = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const loose = nodes.map((_, index) => index).filter((index) => !held.has(index));
  const byGroup = grouped(loose, (index) => nodes[index]?.group);
  return [...byGroup.values()].flatMap((group) => {
    const columns = Math.max(1, Math.round(Math.sqrt(group.length / 2)));
    return group.flatMap((index, at): [number, number][] => {
      const next = group[at + 1];
      return next === undefined || (at + 1) % columns === 0 ? [] : [[index, next]];
    });
  });
}
