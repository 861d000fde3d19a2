// The entries of a map as they are to be ordered, and the edit that does it.
import type { Range } from '../../model.ts';
import type { Compose } from './model.ts';
import type { Entry, MapNode, Node } from './node.ts';
import { outOfOrder } from './out-of-order.ts';
import { reordered } from './reorder.ts';

export interface Sorted<T> {
  misplaced: readonly T[];
  edit: { range: Range; text: string } | null;
}

/** A name as a rank that orders as people do: whatever its case, `_` in front of `-`. */
export const alphabetic = (name: string): string => name.toLowerCase().replaceAll('_', '!');

/** `rank` tells where a key belongs; what `<<` merges in stands first when anything moves. */
export function sortedEntries(file: Compose, holder: MapNode, rank: (key: string) => number | string): Sorted<Entry> {
  const own = holder.entries.filter(({ via }) => !via);
  const { misplaced, wanted } = outOfOrder(own.map((item) => ({ item, rank: rank(item.key.string) })));
  if (misplaced.length === 0 || holder.via || holder.duplicates.length > 0) return { misplaced, edit: null };
  const written = [...own, ...holder.merges].sort((a, b) => a.range.start - b.range.start).map(({ range }) => range);
  const order = [...holder.merges, ...wanted].map(({ range }) => range);
  return { misplaced, edit: reordered(file, written, order, holder.flow) };
}

/** The same for the items of a list. */
export function sortedItems(file: Compose, holder: Node, rank: (item: Node) => number | string): Sorted<Node> {
  if (holder.kind !== 'list') return { misplaced: [], edit: null };
  const { misplaced, wanted } = outOfOrder(holder.items.map((item) => ({ item, rank: rank(item) })));
  if (misplaced.length === 0 || holder.via || holder.items.some(({ via }) => via)) return { misplaced, edit: null };
  const ranges = (items: readonly Node[]) => items.map(({ range }) => range);
  return { misplaced, edit: reordered(file, ranges(holder.items), ranges(wanted), holder.flow) };
}
