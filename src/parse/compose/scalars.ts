// A list of scalars, or the single scalar that may stand in its place.
import type { Node, ScalarNode } from './node.ts';

/** Values that are nothing (`key:`) are left out. */
export function scalarsOf(node: Node | undefined): ScalarNode[] {
  const nodes = node?.kind === 'list' ? node.items : node ? [node] : [];
  return nodes.filter((item): item is ScalarNode => item.kind === 'scalar' && item.value !== null);
}

export function scalarOf(node: Node | undefined): ScalarNode | null {
  return node?.kind === 'scalar' && node.value !== null ? node : null;
}
