// The items of the top-level `networks`, `volumes`, `secrets`, `configs`, `models`, and what `include` names.
import { flagOf } from './flag.ts';
import type { TopLevel } from './model.ts';
import type { MapNode, Node, ScalarNode } from './node.ts';
import { scalarsOf } from './scalars.ts';

export function topLevelOf(roots: readonly MapNode[], key: string): TopLevel[] {
  return roots.flatMap((root) => {
    const items = root.get(key);
    if (items?.kind !== 'map') return [];
    return items.entries
      .filter((entry) => !entry.key.string.startsWith('x-'))
      .map((entry) => {
        const node = entry.value;
        const get = (name: string): Node | undefined => (node.kind === 'map' ? node.get(name) : undefined);
        const external = get('external');
        return {
          name: entry.key.string,
          key: entry.key,
          entry,
          node,
          external: external?.kind === 'map' || flagOf(external) === true,
          get,
        };
      });
  });
}

/** Paths and addresses of `include`: strings, or maps with one or several `path`. */
export function includesOf(roots: readonly MapNode[]): ScalarNode[] {
  return roots.flatMap((root) => {
    const include = root.get('include');
    if (include?.kind !== 'list') return [];
    return include.items.flatMap((item) => scalarsOf(item.kind === 'map' ? item.get('path') : item));
  });
}
