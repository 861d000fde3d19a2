// A service's `volumes`: short and long syntax as one.
import { parseMount, sourceType } from '../mount.ts';
import { flagOf } from './flag.ts';
import { defaultOf } from './interpolation.ts';
import type { Mount, MountType, Part } from './model.ts';
import type { MapNode, Node, ScalarNode } from './node.ts';
import { partOf, wholePart } from './part.ts';
import { scalarOf } from './scalars.ts';

const TYPES: readonly string[] = ['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image'] satisfies MountType[];
const PROPAGATION = /^r?(?:private|shared|slave)$/;

export function mountsOf(node: Node | undefined, text: string): Mount[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item): Mount[] => {
    if (item.kind === 'map') return [fromMap(item, text)];
    const mount = item.kind === 'scalar' && item.value !== null ? fromScalar(item, text) : null;
    return mount ? [mount] : [];
  });
}

function fromScalar(node: ScalarNode, text: string): Mount | null {
  const pieces = parseMount(node.string);
  if (!pieces) return null;
  const part = ({ start, end }: { start: number; end: number }) => partOf(node, text, start, end);
  const source = pieces.source && part(pieces.source);
  const modes = pieces.modes.map(part);
  return {
    ...base(node),
    short: true,
    type: source ? shortType(source.text) : 'volume',
    source,
    target: part(pieces.target),
    readOnly: modes.some((mode) => mode.text === 'ro'),
    modes,
    propagation: modes.find((mode) => PROPAGATION.test(defaultOf(mode.text) ?? '')) ?? null,
  };
}

/** A source that begins with a variable is what its default is, or unknown. */
function shortType(source: string): MountType | null {
  const value = source.startsWith('$') ? defaultOf(source) : source;
  return value === undefined ? null : sourceType(value);
}

function fromMap(node: MapNode, text: string): Mount {
  const part = (scalar: ScalarNode | null) => scalar && wholePart(scalar, text);
  const bind = node.get('bind');
  return {
    ...base(node),
    short: false,
    type: longType(scalarOf(node.get('type'))),
    source: part(scalarOf(node.get('source'))),
    target: part(scalarOf(node.get('target'))),
    readOnly: flagOf(node.get('read_only')) === true,
    modes: [],
    propagation: bind?.kind === 'map' ? part(scalarOf(bind.get('propagation'))) : null,
  };
}

function longType(node: ScalarNode | null): MountType | null {
  const value = node ? defaultOf(node.string) : undefined;
  return (TYPES.find((type) => type === value) as MountType | undefined) ?? null;
}

const base = (node: Node): Pick<Part, 'range' | 'via'> & { node: Node } => ({
  node,
  range: node.range,
  ...(node.via && { via: node.via }),
});
