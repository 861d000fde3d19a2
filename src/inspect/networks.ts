// Who can reach whom, what is published on which address, what is isolated.
import type { Networks } from './inspection.ts';
import type { Stack, StackPort, StackService } from './stack.ts';

/** Pairs that are told at most: with thousands of services on one network there would be millions. */
const PAIRS = 100_000;

export function networksOf(stack: Stack): Networks {
  const { services } = stack;
  const on = joined(services);
  const members = new Map<string, string[]>();
  for (const { name } of services) for (const network of on.get(name) ?? []) add(members, network, name);
  const internal = new Set(stack.networks.filter((network) => network.internal).map(({ name }) => name));
  const reach = reachOf(on, members);
  return {
    networks: stack.networks.map((network) => ({ ...network, services: members.get(network.name) ?? [] })),
    reach,
    published: services.flatMap(({ name, ports, networkMode }) =>
      networkMode === null ? ports.map((port) => ({ service: name, ...port, scope: scopeOf(port) })) : [],
    ),
    onHost: services.filter(({ name }) => on.get(name)?.includes(HOST)).map(({ name }) => name),
    isolated: services.filter(({ name }) => isAlone(on.get(name) ?? [], members)).map(({ name }) => name),
    withoutWayOut: services
      .filter(({ name }) => on.get(name)?.length && on.get(name)?.every((network) => internal.has(network)))
      .map(({ name }) => name),
  };
}

/** The host's own network, which no project can name. */
const HOST = 'host:';

const isAlone = (networks: readonly string[], members: ReadonlyMap<string, readonly string[]>) =>
  networks.every((network) => network !== HOST && (members.get(network)?.length ?? 0) < 2);

/** The networks of each service; those of another one's where it shares them. */
export function joined(services: readonly StackService[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map(services.map((service) => [service.name, service]));
  const found = new Map<string, readonly string[]>();
  for (const { name } of services) {
    const chain = new Set<StackService>();
    let next = byName.get(name);
    // Who shares with somebody who shares: Compose refuses circles.
    while (next?.networkMode?.startsWith('service:') && !chain.has(next)) {
      chain.add(next);
      next = byName.get(next.networkMode.slice('service:'.length));
    }
    const networks = next?.networkMode === 'host' ? [HOST] : next?.networkMode ? [] : [...(next?.networks ?? [])].sort();
    found.set(name, networks);
  }
  return found;
}

function reachOf(on: ReadonlyMap<string, readonly string[]>, members: ReadonlyMap<string, readonly string[]>): Networks['reach'] {
  const groups = new Map<string, { services: string[]; networks: readonly string[] }>();
  for (const [service, networks] of on) {
    if (networks.length === 0 || networks.includes(HOST)) continue;
    const key = JSON.stringify(networks);
    const group = groups.get(key) ?? { services: [], networks };
    group.services.push(service);
    groups.set(key, group);
  }
  let left = PAIRS;
  return [...groups.values()].flatMap(({ services, networks }) => {
    left -= networks.reduce((sum, network) => sum + (members.get(network)?.length ?? 0), 0);
    if (left < 0) return [];
    const own = new Set(services);
    const others = new Set(networks.flatMap((network) => members.get(network) ?? []).filter((service) => !own.has(service)));
    return [{ services, networks: [...networks], reaches: [...others].sort() }];
  });
}

function scopeOf({ address }: StackPort): 'everywhere' | 'loopback' | 'address' {
  if (address === '0.0.0.0' || address === '::' || address === '[::]') return 'everywhere';
  return /^127\.|^\[?::1\]?$|^localhost$/.test(address) ? 'loopback' : 'address';
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
