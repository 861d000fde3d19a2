// A service's `build`: a path, or a map.
import type { Build } from './model.ts';
import type { Entry, Node } from './node.ts';
import { grantedReferences } from './references.ts';
import { scalarOf } from './scalars.ts';
import { variablesOf } from './variables.ts';

export function buildOf(entry: Entry | undefined, text: string): Build | null {
  const node = entry?.value;
  if (!entry || !node || node.kind === 'list') return null;
  if (node.kind === 'scalar' && node.value === null) return null;
  const get = (key: string): Node | undefined => (node.kind === 'map' ? node.get(key) : undefined);
  return {
    node,
    entry,
    context: node.kind === 'scalar' ? node : scalarOf(get('context')),
    dockerfile: scalarOf(get('dockerfile')),
    dockerfileInline: scalarOf(get('dockerfile_inline')),
    target: scalarOf(get('target')),
    args: variablesOf(get('args'), text),
    secrets: grantedReferences(get('secrets')),
    additionalContexts: variablesOf(get('additional_contexts'), text),
    get,
  };
}
