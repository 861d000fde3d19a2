// A service's uses of networks, secrets, configs, models and other services, by short and long syntax.
import { flagOf } from './flag.ts';
import type { Dependency, EnvFile, Reference } from './model.ts';
import type { MapNode, Node } from './node.ts';
import { scalarOf, scalarsOf } from './scalars.ts';

/** `networks`, `models`: a list of names, or a map by name. */
export function namedReferences(node: Node | undefined): Reference[] {
  if (node?.kind !== 'map') return scalarsOf(node).map((item) => ({ name: item.string, node: item, options: null }));
  return node.entries.map(({ key, value }) => ({ name: key.string, node: key, options: value.kind === 'map' ? value : null }));
}

/** `secrets`, `configs`: a list of names and of maps with `source`. */
export function grantedReferences(node: Node | undefined): Reference[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item): Reference[] => {
    const options: MapNode | null = item.kind === 'map' ? item : null;
    const source = scalarOf(options ? options.get('source') : item);
    return source ? [{ name: source.string, node: source, options }] : [];
  });
}

/** `depends_on`: a list of names, or a map by name with conditions. */
export function dependenciesOf(node: Node | undefined): Dependency[] {
  if (node?.kind !== 'map') {
    const short = { condition: 'service_started', conditionNode: null, required: true, short: true };
    return scalarsOf(node).map((item) => ({ name: item.string, node: item, ...short }));
  }
  return node.entries.map(({ key, value }) => {
    const options = value.kind === 'map' ? value : null;
    const conditionNode = scalarOf(options?.get('condition'));
    return {
      name: key.string,
      node: key,
      condition: conditionNode?.string ?? 'service_started',
      conditionNode,
      required: flagOf(options?.get('required')) !== false,
      short: false,
    };
  });
}

/** `env_file`: a path, or a list of paths and of maps with `path`. */
export function envFilesOf(node: Node | undefined): EnvFile[] {
  const items = node?.kind === 'list' ? node.items : node ? [node] : [];
  return items.flatMap((item): EnvFile[] => {
    const options = item.kind === 'map' ? item : null;
    const path = scalarOf(options ? options.get('path') : item);
    const required = flagOf(options?.get('required')) !== false;
    return path ? [{ path, required, format: scalarOf(options?.get('format'))?.string ?? null }] : [];
  });
}
