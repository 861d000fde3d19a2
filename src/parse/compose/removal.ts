// What to cut so that a key, and all that stands under it, is gone and the rest stays as it is.
import type { Range } from '../../model.ts';
import { lastLine, lineIndex } from '../../text.ts';
import type { Compose } from './model.ts';
import type { Entry, MapNode, Node } from './node.ts';

/**
 * `null` where a cut would not do: the entry comes through an alias, it is the only one of its map, or what holds it shares its lines.
 * In block style whole lines go, so that comments above stay and one behind it goes, too.
 */
export function entryRemoval(file: Compose, holder: MapNode, entry: Entry): Range | null {
  const written = writtenIn(holder);
  if (entry.via || holder.via || holder.duplicates.length > 0 || written.length < 2) return null;
  return holder.flow ? flowRemoval(file, written, entry) : lineRemoval(file, entry);
}

const known = new WeakMap<MapNode, readonly Entry[]>();

/** Entries that stand here themselves. */
function writtenIn(holder: MapNode): readonly Entry[] {
  const written = known.get(holder) ?? holder.entries.filter((one) => !one.via);
  known.set(holder, written);
  return written;
}

/** The same for an item of a list. */
export function itemRemoval(file: Compose, items: readonly Node[], item: Node): Range | null {
  const at = items.indexOf(item);
  const next = items[at + 1];
  const previous = items[at - 1];
  if (items.some((one) => one.via) || items.length < 2) return null;
  const { text } = file.source;
  const lineStart = file.starts[lineIndex(file.starts, item.range.start)] ?? 0;
  if (/^[ \t]*-[ \t]+$/.test(text.slice(lineStart, item.range.start))) return lines(file, lineStart, item.range);
  if (next) return plain(file, { start: item.range.start, end: next.range.start });
  return previous ? plain(file, { start: previous.range.end, end: item.range.end }) : null;
}

function lineRemoval(file: Compose, { key, range }: Entry): Range | null {
  const lineStart = file.starts[lineIndex(file.starts, key.range.start)] ?? 0;
  const before = file.source.text.slice(lineStart, key.range.start);
  return /^[ \t]*$/.test(before) ? lines(file, lineStart, range) : null;
}

/** `null` when something that must stay follows on the last line, or comments stand between. */
function lines(file: Compose, start: number, range: Range): Range | null {
  const { text } = file.source;
  const end = file.starts[lastLine(file.starts, range)] ?? text.length;
  if (/^[ \t]*#/m.test(text.slice(start, end))) return null;
  return /^:?[ \t]*(?:#[^\n]*)?\r?\n?$/.test(text.slice(Math.min(range.end, end), end)) ? { start, end } : null;
}

function flowRemoval(file: Compose, written: readonly Entry[], entry: Entry): Range | null {
  const at = written.indexOf(entry);
  const next = written[at + 1];
  const previous = written[at - 1];
  if (next) return plain(file, { start: entry.range.start, end: next.range.start });
  return previous ? plain(file, { start: previous.range.end, end: entry.range.end }) : null;
}

/** No cut through a comment. */
const plain = (file: Compose, range: Range): Range | null =>
  /#|[&*]/.test(file.source.text.slice(range.start, range.end)) ? null : range;
