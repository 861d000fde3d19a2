// A service's `ports`: short and long syntax as one.
import { parsePort, portSpan } from '../port.ts';
import { defaultOf } from './interpolation.ts';
import type { Part, Port, PortSpan } from './model.ts';
import type { MapNode, Node, ScalarNode } from './node.ts';
import { partOf, wholePart } from './part.ts';
import { scalarOf } from './scalars.ts';

type Ported = Part & { ports: PortSpan | null };

export function portsOf(node: Node | undefined, text: string): Port[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item): Port[] => {
    if (item.kind === 'map') return [fromMap(item, text)];
    return item.kind === 'scalar' && item.value !== null ? [fromScalar(item, text)] : [];
  });
}

function fromScalar(node: ScalarNode, text: string): Port {
  const { hostIp, published, target, protocol } = parsePort(node.string);
  const part = (range: { start: number; end: number } | null) => range && partOf(node, text, range.start, range.end);
  return {
    ...base(node),
    short: true,
    ...host(part(hostIp), part(published)),
    target: ported(part(target)),
    protocol: resolved(part(protocol))?.toLowerCase() ?? 'tcp',
    mode: null,
  };
}

/** `${BIND:-127.0.0.1:8080}:80` names address and port in one variable: both then have its place. */
function host(hostIp: Part | null, published: Part | null): Pick<Port, 'hostIp' | 'published'> {
  const text = hostIp ? undefined : resolved(published);
  const colon = text?.lastIndexOf(':') ?? -1;
  if (!published || text === undefined || colon < 0) return { hostIp, published: ported(published) };
  const address = { ...published, text: text.slice(0, colon).replace(/^\[(.*)\]$/, '$1') };
  return { hostIp: address, published: ported({ ...published, text: text.slice(colon + 1) }) };
}

function fromMap(node: MapNode, text: string): Port {
  const part = (key: string) => {
    const scalar = scalarOf(node.get(key));
    return scalar && wholePart(scalar, text);
  };
  return {
    ...base(node),
    short: false,
    hostIp: part('host_ip'),
    published: ported(part('published')),
    target: ported(part('target')),
    protocol: resolved(part('protocol'))?.toLowerCase() ?? 'tcp',
    mode: scalarOf(node.get('mode'))?.string ?? null,
  };
}

const base = (node: Node) => ({ node, range: node.range, ...(node.via && { via: node.via }) });

const resolved = (part: Part | null): string | undefined => (part ? defaultOf(part.text) : undefined);

const ported = (part: Part | null): Ported | null => part && { ...part, ports: portSpan(resolved(part) ?? '') };
