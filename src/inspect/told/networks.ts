// What a change publishes, and whom it lets reach whom.
import type { Networks } from '../inspection.ts';

type Published = Networks['published'][number];

/** Services of both sides whose reach is compared, at most. */
const COMPARED = 200;

export function toldNetworks(before: Networks | null, after: Networks): string[] {
  const old = new Set(before?.published.map(portKey));
  const now = new Set(after.published.map(portKey));
  return [
    ...after.published
      .filter((port) => !old.has(portKey(port)))
      .map((port) => `\`${port.service}\` is now published on ${where(port)}.`),
    ...(before?.published ?? [])
      .filter((port) => !now.has(portKey(port)))
      .map((port) => `\`${port.service}\` is no longer published on ${where(port)}.`),
    ...fresh(before?.onHost ?? [], after.onHost).map((service) => `\`${service}\` is now on the network of the host itself.`),
    ...(before ? [...wayOut(before, after), ...reached(before, after)] : []),
  ];
}

const portKey = ({ service, address, published, target, protocol }: Published): string =>
  JSON.stringify([service, address, published, target, protocol]);

function where({ address, published, target, protocol, scope }: Published): string {
  const host = `\`${address.includes(':') && !address.startsWith('[') ? `[${address}]` : address}:${published ?? 'a port that Docker chooses'}\``;
  const whom = { everywhere: ', every address of the host', loopback: ', this host only', address: '' }[scope];
  return `${host}${whom} (port ${target}${protocol === 'tcp' ? '' : `/${protocol}`})`;
}

const fresh = (before: readonly string[], after: readonly string[]): string[] => {
  const known = new Set(before);
  return after.filter((one) => !known.has(one));
};

function wayOut(before: Networks, after: Networks): string[] {
  const existing = new Set(after.networks.flatMap(({ services }) => services));
  return fresh(after.withoutWayOut, before.withoutWayOut)
    .filter((service) => existing.has(service))
    .map((service) => `\`${service}\` was on internal networks only, and now has a way out of the host.`);
}

/** Only between services that were there before: what a new one reaches shows in the picture. */
function reached(before: Networks, after: Networks): string[] {
  const [old, now] = [pairs(before), pairs(after)];
  if (!old || !now) return [];
  return [...now].flatMap(([service, others]) => {
    const known = old.get(service);
    const added = known ? [...others].filter((other) => old.has(other) && !known.has(other) && service < other) : [];
    return added.map((other) => `\`${service}\` and \`${other}\` can now reach each other.`);
  });
}

function pairs({ reach }: Networks): Map<string, Set<string>> | null {
  if (reach.reduce((sum, { services }) => sum + services.length, 0) > COMPARED) return null;
  return new Map(
    reach.flatMap(({ services, reaches }) => services.map((service) => [service, new Set([...services, ...reaches])] as const)),
  );
}
