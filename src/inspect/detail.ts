// What of a picture is drawn as a box or an arrow of its own, and what stands as a line in the box of a service: large pictures need more of the latter.
import type { Stack, StackMount } from './stack.ts';

export interface Detail {
  /** Volumes and paths with a box, by `sourceKey`. */
  apart: ReadonlySet<string>;
  /** Services that so many depend on that each of these says so in its own box. */
  hubs: ReadonlySet<string>;
}

/** With more volumes and paths only volumes that several services share have a box. */
const SOURCES = 16;
/** With more arrows those to what many depend on, or mount, are left out. */
const ARROWS = 24;
const MANY = 5;

/** `stacks`: one project before and after a change, so that both are drawn alike. */
export function detailOf(stacks: readonly Stack[]): Detail {
  const users = new Map<string, Set<string>>();
  const dependents = new Map<string, Set<string>>();
  for (const { services } of stacks) {
    for (const { name, mounts, dependsOn } of services) {
      for (const key of mounts.map(sourceKey)) if (key !== null) add(users, key, name);
      for (const other of dependsOn) add(dependents, other.name, name);
    }
  }
  const arrows = [...users.values(), ...dependents.values()].reduce((sum, { size }) => sum + size, 0);
  const most = arrows > ARROWS ? MANY : Number.POSITIVE_INFINITY;
  const few = users.size <= SOURCES;
  const apart = [...users].filter(([key, { size }]) => size < most && (few || (size > 1 && key.startsWith('volume'))));
  const hubs = [...dependents].filter(([, { size }]) => size >= most);
  return { apart: new Set(apart.map(([key]) => key)), hubs: new Set(hubs.map(([name]) => name)) };
}

/** Null characters part what no name holds. */
export const sourceKey = ({ kind, source }: StackMount): string | null =>
  (kind === 'volume' || kind === 'path') && source !== null ? `${kind}\0${source}` : null;

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const found = map.get(key);
  if (found) found.add(value);
  else map.set(key, new Set([value]));
}
