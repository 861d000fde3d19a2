// `external: { name: x }` as `external: true` and `name: x`, which is what Compose makes of it.
import type { Range } from '../../model.ts';
import { lineEnd, placeOf, slice } from '../../text.ts';
import type { Compose } from './model.ts';
import type { Node } from './node.ts';

/** `null` where it comes through an alias, holds more than the name, or has comments in it. */
export function nameBesideExternal(file: Compose, holder: Node): { range: Range; text: string } | null {
  const external = holder.kind === 'map' && !holder.via && !holder.entry('name') ? holder.entry('external') : undefined;
  if (holder.kind !== 'map' || !external || external.via || external.value.kind !== 'map' || external.value.via) return null;
  const [name, ...others] = external.value.entries;
  if (!name || name.via || others.length > 0 || external.value.merges.length > 0 || name.value.kind !== 'scalar') return null;
  const { text } = file.source;
  const range = { start: external.key.range.start, end: external.value.flow ? external.value.range.end : name.value.range.end };
  const word = slice(text, name.value.range);
  if (slice(text, range).includes('#') || word.includes('\n') || word.startsWith('&') || word.startsWith('*')) return null;
  const indent = ' '.repeat(placeOf(file.starts, external.key.range.start).column - 1);
  const between = holder.flow ? ', ' : `${lineEnd(text)}${indent}`;
  return { range, text: `external: true${between}name: ${word}` };
}
