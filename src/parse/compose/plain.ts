// Tree → plain value, as the schema's validator takes it.
import type { Node } from './node.ts';

/** Entries that `!reset` takes away are left out. Maps have no prototype, so that any key is only a key. */
export function plainOf(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  const map: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) if (value.tag !== '!reset') map[key.string] = plainOf(value);
  return map;
}
