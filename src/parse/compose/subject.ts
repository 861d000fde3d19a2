// What a finding is about, in words that survive moves: the key path, then the text itself.
import type { Range } from '../../model.ts';
import { contains, slice } from '../../text.ts';
import type { Entry, Node } from './node.ts';

const LENGTH = 80;

/** `services.web.ports/8080:80`. List items are not numbered: their text tells them apart. */
export function subjectOf(documents: readonly Node[], range: Range, text: string): string {
  const keys = keysAt(documents, range);
  const words = slice(text, { start: range.start, end: Math.min(range.end, range.start + 4 * LENGTH) });
  return `${keys.join('.')}/${words.trim().replace(/\s+/g, ' ').slice(0, LENGTH)}`;
}

/** Keys of the maps around a place; the key that the place itself is, is not among them. */
function keysAt(documents: readonly Node[], range: Range): string[] {
  const keys: string[] = [];
  let node = holding(documents, range);
  while (node) {
    if (node.kind === 'scalar') break;
    if (node.kind === 'list') node = holding(node.items, range);
    else {
      const entry = lastBefore(node.entries, range.start);
      if (!entry || !contains(entry.range, range) || contains(entry.key.range, range)) break;
      if (contains(range, entry.range)) break;
      keys.push(entry.key.string);
      node = entry.value.via ? undefined : entry.value;
    }
  }
  return keys;
}

function holding(nodes: readonly Node[], range: Range): Node | undefined {
  const node = lastBefore(nodes, range.start);
  return node && contains(node.range, range) ? node : undefined;
}

/** The last that starts at or before `offset`, by binary search; what came through aliases is passed over where it ends the list. */
function lastBefore<T extends Entry | Node>(sorted: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle];
    if (at && placeOf(at) <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

/** Merged entries stand after the written ones and count as beyond any place; list items behind an alias count where it stands. */
const placeOf = (at: Entry | Node): number => ('key' in at && at.via ? Number.POSITIVE_INFINITY : (at.via ?? at.range).start);
