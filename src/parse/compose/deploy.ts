// Limits of a service, which may stand among its own keys or under `deploy.resources.limits`.
import { defaultOf } from './interpolation.ts';
import type { Service } from './model.ts';
import type { Node, ScalarNode } from './node.ts';
import { scalarOf } from './scalars.ts';

/** What `deploy` says under a path of keys. */
export function deployed(service: Service, ...keys: readonly string[]): ScalarNode | null {
  let node: Node | undefined = service.get('deploy');
  for (const key of keys) node = node?.kind === 'map' ? node.get(key) : undefined;
  return scalarOf(node);
}

/** Whether a value limits: a number above zero, with a unit or without, or what only the environment knows. */
export function isLimit(node: ScalarNode | null): boolean {
  if (!node) return false;
  const text = node.interpolated ? defaultOf(node.string) : node.string;
  // https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values
  return (
    text === undefined || (/^\s*\d{1,20}(?:\.\d{0,20})?\s*(?:[bkmgt]b?|[kmgt]ib)?\s*$/i.test(text) && Number.parseFloat(text) > 0)
  );
}
