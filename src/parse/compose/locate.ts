// From a validator's JSON pointer to the place in the tree and in the schema.
import type { Entry, MapNode, Node } from './node.ts';
import { type SchemaPart, schema } from './schema.generated.js';

export interface Location {
  keys: readonly string[];
  node: Node;
  /** The entry whose value `node` is; absent for the root and for list items. */
  entry: Entry | undefined;
  /** The part of the schema that speaks of `node`. */
  part: SchemaPart;
  /** The part that speaks of what holds `node`. */
  holder: SchemaPart;
}

/** https://www.rfc-editor.org/rfc/rfc6901 */
export function locate(root: MapNode, pointer: string): Location {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  let location: Location = { keys, node: root, entry: undefined, part: schema, holder: schema };
  for (const key of keys) {
    const { node, part } = location;
    const entry: Entry | undefined = node.kind === 'map' ? node.entry(key) : undefined;
    const item: Node | undefined = node.kind === 'list' ? node.items[Number(key)] : entry?.value;
    if (!item) return location;
    location = { keys, node: item, entry, part: below(part, key, node.kind === 'list'), holder: part };
  }
  return location;
}

function below(part: SchemaPart, key: string, inList: boolean): SchemaPart {
  if (inList) return resolved(part.items);
  const own = part.properties?.[key];
  if (own) return resolved(own);
  const pattern = Object.entries(part.patternProperties ?? {}).find(([source]) => new RegExp(source, 'u').test(key));
  return resolved(pattern?.[1]);
}

function resolved(part: SchemaPart | undefined): SchemaPart {
  const name = part?.$ref?.slice('#/definitions/'.length);
  return (name === undefined ? part : schema.definitions[name]) ?? {};
}
