// How to mount the same read-only.
import type { Range } from '../../model.ts';
import { addedEntry, oneWord } from './added-entry.ts';
import { isInterpolated } from './interpolation.ts';
import type { Compose, Mount } from './model.ts';

/** `null` where it comes through an alias, a variable is part of it, or `read_only` is said already. */
export function readOnlyMount(file: Compose, { node, short, modes, target, via }: Mount): { range: Range; text: string } | null {
  if (via || !target) return null;
  if (!short) return node.kind === 'map' ? addedEntry(file, node, oneWord('read_only', 'true')) : null;
  if (node.kind !== 'scalar' || isInterpolated(node.string) || !file.source.text.includes(node.string)) return null;
  const writable = modes.find(({ text }) => text === 'rw');
  if (writable) return { range: writable.range, text: 'ro' };
  const last = modes.at(-1) ?? target;
  const end = last.range.end;
  // Where the place inside of the text is not known, the range is that of all of it.
  if (last.range.start === node.range.start) return null;
  return { range: { start: end, end }, text: modes.length > 0 ? ',ro' : ':ro' };
}
