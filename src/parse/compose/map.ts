// Makes the map nodes of the tree: its entries, findable by key.
import type { Entry, MapNode } from './node.ts';

/** Shares its arrays with the caller. The first of equal keys must be the only one in `entries`. */
export function mapNode(parts: Omit<MapNode, 'kind' | 'get' | 'entry'>, index: ReadonlyMap<string, Entry>): MapNode {
  return {
    ...parts,
    kind: 'map',
    get: (key) => index.get(key)?.value,
    entry: (key) => index.get(key),
  };
}
