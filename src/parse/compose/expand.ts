// Copies what an alias stands for to where it is used, counting, so that nested aliases cannot grow without end.
import type { Range } from '../../model.ts';
import { DEPTH } from './limits.ts';
import { mapNode } from './map.ts';
import type { Entry, Node } from './node.ts';

export interface Budget {
  nodes: number;
}

/** The node with `via` at every place inside, or `null` when it is too deep or the budget is used up. */
export function expand(node: Node, via: Range, budget: Budget, depth: number): Node | null {
  if (--budget.nodes < 0 || depth > DEPTH) return null;
  if (node.kind === 'scalar') return { ...node, via };
  if (node.kind === 'list') {
    const items: Node[] = [];
    for (const item of node.items) {
      const copy = expand(item, via, budget, depth + 1);
      if (!copy) return null;
      items.push(copy);
    }
    return { ...node, items, via };
  }
  const index = new Map<string, Entry>();
  for (const { key, value, range } of node.entries) {
    const copy = expand(value, via, budget, depth + 1);
    if (!copy) return null;
    index.set(key.string, { key: { ...key, via }, value: copy, range, via });
  }
  return mapNode({ ...node, entries: [...index.values()], merges: [], duplicates: [], via }, index);
}
