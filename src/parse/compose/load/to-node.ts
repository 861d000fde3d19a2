// Loaded values as a tree of nodes, which is what speaks about the schema; each range leads back to its place.

import type { Range } from '../../../model.ts';
import { mapNode } from '../map.ts';
import type { Entry, MapNode, Node, ScalarNode } from '../node.ts';
import { printed } from './number.ts';
import type { MapValue, Place, Value } from './value.ts';

export interface Nodes {
  root: MapNode;
  /** The place of a range that one of the nodes has, by identity. */
  placeOf(range: Range): Place | undefined;
}

export function nodesOf(root: MapValue): Nodes {
  const places = new Map<Range, Place>();
  const remember = (at: Place): { range: Range; via?: Range } => {
    places.set(at.range, at);
    if (at.via) places.set(at.via, at);
    return { range: at.range, ...(at.via && { via: at.via }) };
  };
  const scalar = (value: string | number | boolean | null, string: string, at: Place): ScalarNode => {
    return { kind: 'scalar', value, string, style: 'plain', interpolated: false, ...remember(at) };
  };
  const mapOf = (value: MapValue): MapNode => {
    const index = new Map<string, Entry>();
    for (const [key, field] of value.fields) {
      index.set(key, { key: scalar(key, key, field.key), value: nodeOf(field.value), range: field.key.range });
    }
    return mapNode({ flow: false, entries: [...index.values()], merges: [], duplicates: [], ...remember(value.at) }, index);
  };
  const nodeOf = (value: Value): Node => {
    if (value.kind === 'map') return mapOf(value);
    if (value.kind === 'list') return { kind: 'list', flow: false, items: value.items.map(nodeOf), ...remember(value.at) };
    const content = typeof value.value === 'bigint' ? Number(value.value) : value.value;
    return scalar(content, value.value === null ? '' : printed(value), value.at);
  };
  return { root: mapOf(root), placeOf: (range) => places.get(range) };
}
