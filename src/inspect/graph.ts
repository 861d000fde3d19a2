// The picture of a Compose project as data: services grouped by their networks, what they mount, whom they wait for.
import { grouped } from '../grouped.ts';

import { parseImage } from '../parse/image.ts';
import type { Graph, GraphEdge, GraphLine, GraphNode } from '../picture.ts';
import { type Detail, sourceKey } from './detail.ts';
import { joined } from './networks.ts';
import type { Stack, StackPort, StackService } from './stack.ts';

export function graphOf({ services }: Stack, detail: Detail): Graph {
  const networks = joined(services);
  const groups: Graph['groups'] = [];
  const groupAt = new Map<string, number>();
  const indexes = new Map<string, number>();
  const nodes: GraphNode[] = services.map((service, index) => {
    indexes.set(service.name, index);
    const label = groupLabel(service, networks.get(service.name) ?? []);
    const group = groupAt.get(label) ?? groups.push({ label }) - 1;
    groupAt.set(label, group);
    return { kind: 'service', label: service.name, lines: linesOf(service, detail), group };
  });
  const sources = new Map<string, number>();
  const edges = services.flatMap((service, from): GraphEdge[] => [
    ...service.dependsOn.flatMap(({ name, condition }): GraphEdge[] => {
      const to = indexes.get(name);
      const how = CONDITIONS.get(condition);
      return to === undefined || detail.hubs.has(name) ? [] : [{ kind: 'depends', from, to, ...(how && { how }) }];
    }),
    ...mountEdges(service, from, detail.apart, (kind, label, key) => {
      const at = sources.get(key) ?? nodes.push({ kind, label, lines: [] }) - 1;
      sources.set(key, at);
      return at;
    }),
  ]);
  return { groups, nodes, edges };
}

const CONDITIONS: ReadonlyMap<string, 'healthy' | 'completed'> = new Map([
  ['service_healthy', 'healthy'],
  ['service_completed_successfully', 'completed'],
]);

function groupLabel({ networkMode }: StackService, networks: readonly string[]): string {
  if (networkMode === 'none') return 'no network';
  if (networkMode?.startsWith('container:')) return 'network of another container';
  if (networks.length === 0) return 'no network';
  return networks[0] === 'host:' ? "the host's network" : networks.join(' + ');
}

/** Several mounts of one source are one edge; it is read-only when all of them are. */
function mountEdges(
  { mounts }: StackService,
  from: number,
  apart: ReadonlySet<string>,
  nodeFor: (kind: 'volume' | 'path', label: string, key: string) => number,
): GraphEdge[] {
  const byKey = grouped(mounts, sourceKey);
  return [...byKey].flatMap(([key, same]): GraphEdge[] => {
    const [{ kind, source } = { kind: 'other', source: null }] = same;
    if (key === null || !apart.has(key) || (kind !== 'volume' && kind !== 'path')) return [];
    const readOnly = same.every((mount) => mount.readOnly);
    return [{ kind: 'mounts', from, to: nodeFor(kind, source ?? '', key), ...(readOnly && { how: 'read-only' }) }];
  });
}

function linesOf(service: StackService, { apart, hubs }: Detail): GraphLine[] {
  const { image, build, networkMode, replicas, profiles, ports, mounts, dependsOn } = service;
  // Without its variables an image may have no name at all.
  const name = image === null ? null : parseImage(image)?.repository;
  const lines: GraphLine[] = build
    ? [{ about: 'image', text: `build ${build.context}${build.target ? ` (${build.target})` : ''}` }]
    : name
      ? [{ about: 'image', text: name }]
      : [];
  const other = (text: string) => lines.push({ about: 'other', text });
  if (replicas !== 1) other(`${replicas} replicas`);
  if (profiles.length > 0) other(`only with ${profiles.join(', ')}`);
  if (networkMode?.startsWith('service:')) other(`on the network of ${networkMode.slice('service:'.length)}`);
  if (networkMode !== 'host') for (const port of ports) lines.push({ about: 'port', text: portText(port) });
  for (const mount of mounts) {
    const key = sourceKey(mount);
    if (key === null || apart.has(key) || (mount.kind !== 'volume' && mount.kind !== 'path')) continue;
    lines.push({ about: mount.kind, text: `${mount.source}${mount.readOnly ? ' (read-only)' : ''}` });
  }
  for (const { name: hub, condition } of dependsOn) {
    const until = CONDITIONS.get(condition);
    if (hubs.has(hub)) other(`needs ${hub}${until ? ` (${until})` : ''}`);
  }
  return distinctLines(lines);
}

/** The address stands there only where it is not every one of the host's. */
function portText({ address, published, target, protocol }: StackPort): string {
  const host = `${address === '0.0.0.0' || address === '::' ? '' : `${address}:`}${published ?? 'any'}`;
  return `${host} → ${target}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

const distinctLines = (lines: readonly GraphLine[]): GraphLine[] => [
  ...new Map(lines.map((line) => [`${line.about} ${line.text}`, line])).values(),
];
