// Capabilities that services get by `cap_add`, by what they give, and how to take one away.
import type { Range } from '../../model.ts';
import { type CapabilityKind, capabilityMeaning } from '../capability.ts';
import type { Compose } from './model.ts';
import type { ScalarNode } from './node.ts';
import { itemRemoval } from './removal.ts';
import { writtenOnce } from './written-once.ts';

export interface AddedCapability {
  node: ScalarNode;
  /** What it lets the container do. */
  meaning: string;
  cut: Range | null;
}

export function addedCapabilities(file: Compose, kind: CapabilityKind): AddedCapability[] {
  const added = file.services.flatMap(({ get, list }) => list('cap_add').map((node) => ({ node, holder: get('cap_add') })));
  return writtenOnce(added, (one) => one.node.range).flatMap(({ node, holder }) => {
    const known = capabilityMeaning(node.string);
    if (known?.kind !== kind) return [];
    const cut = holder?.kind === 'list' && !holder.via ? itemRemoval(file, holder.items, node) : null;
    return [{ node, meaning: known.meaning, cut }];
  });
}
