// Namespaces of the host that services share: `pid: host` and its like.
import type { Range } from '../../model.ts';
import { defaultOf } from './interpolation.ts';
import type { Compose } from './model.ts';
import type { Entry } from './node.ts';
import { entryRemoval } from './removal.ts';
import { writtenOnce } from './written-once.ts';

export interface HostNamespace {
  entry: Entry;
  /** What the service can do by it. */
  meaning: string;
  /** What to remove so that it gets a namespace of its own; `null` where others would lose it, too. */
  cut: Range | null;
}

/** `meanings`: what sharing gives, by the key of the service. */
export function hostNamespaces(file: Compose, meanings: Readonly<Record<string, string>>): HostNamespace[] {
  const shared = file.services.flatMap((service) =>
    Object.entries(meanings).flatMap(([key, meaning]) => {
      const entry = defaultOf(service.scalar(key)?.string ?? '') === 'host' ? service.entryOf(key) : undefined;
      return entry && service.node ? [{ entry, meaning, holder: service.node }] : [];
    }),
  );
  return writtenOnce(shared, (one) => one.entry.key.range).map(({ entry, meaning, holder }) => ({
    entry,
    meaning,
    cut: holder.merges.length > 0 ? null : entryRemoval(file, holder, entry),
  }));
}
