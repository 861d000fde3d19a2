// From the text of an inline Dockerfile back into its Compose file: places, and changes in a literal block.
import type { Range } from '../../model.ts';
import { lineEnd, overlap } from '../../text.ts';
import type { Compose, Part } from '../compose/model.ts';
import type { ScalarNode } from '../compose/node.ts';
import type { Characters } from './characters.ts';
import type { Unescaped } from './unescaped.ts';

export interface Placing extends Unescaped {
  readonly file: Compose;
  readonly node: ScalarNode;
  readonly characters: Characters | null;
}

/** Whether one of these, which stand in order, begins in front of the range's end and reaches into it. */
function hasVariable({ variables }: Placing, range: Range): boolean {
  let low = 0;
  let high = variables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((variables[middle]?.start ?? 0) < range.end) low = middle + 1;
    else high = middle;
  }
  const last = variables[low - 1];
  return last !== undefined && overlap(last, range);
}

/** `null` where it holds a variable. */
export function placedRange(placing: Placing, { start, end }: Range): Range | null {
  if (hasVariable(placing, { start, end })) return null;
  const { node, characters, from, text } = placing;
  if (!characters) return node.range;
  const first = start < text.length ? characters.starts[from[start] ?? 0] : characters.ends.at(-1);
  const last = end > start ? characters.ends[(from[Math.min(end, text.length)] ?? 0) - 1] : first;
  return first === undefined || last === undefined ? node.range : { start: first, end: Math.max(first, last) };
}

/** A variable of Compose as it is written in the Compose file. */
export interface PlacedVariable extends Part {
  /** Where it begins in the text of the Dockerfile. */
  readonly offset: number;
}

/** Those whose places are known. */
export const placedVariables = ({ variables, characters, from, text }: Placing): PlacedVariable[] =>
  variables.flatMap(({ start, end }): PlacedVariable[] => {
    const first = characters?.starts[from[start] ?? 0];
    const last = characters?.ends[(from[end] ?? 0) - 1];
    return first === undefined || last === undefined
      ? []
      : [{ text: text.slice(start, end), offset: start, range: { start: first, end: last } }];
  });

/** `null` where the text would have to be written in some other way than it is. */
export function placedEdit(placing: Placing, range: Range, replacement: string): { range: Range; text: string } | null {
  const { characters, file, variables, text } = placing;
  if (!characters || characters.indent === null || hasVariable(placing, range)) return null;
  const written = replacement.replaceAll('\r\n', '\n');
  if (variables.length > 0 && written.includes('$')) return null;
  const edit = beforeEnd(text, range, written);
  // The first line tells how far the block is indented, and blanks at its beginning would tell something else.
  if (!edit || (edit.range.start === 0 && !/^\S/.test(edit.text || text.slice(edit.range.end)))) return null;
  const start = offsetOf(placing, edit.range.start);
  const end = offsetOf(placing, edit.range.end);
  if (start === undefined || end === undefined) return null;
  const follows = text[edit.range.end] === '\n' || edit.range.end >= text.length;
  const lines = indented(edit.text.replaceAll('$', '$$$$'), characters.indent, lineEnd(file.source.text), follows);
  const first = lines.charAt(0) || text.charAt(edit.range.end);
  const lead = /^[^\n\r]/.test(first) ? missingIndent(placing, start, characters.indent) : '';
  return { range: { start, end }, text: lead + lines };
}

/** An empty line may be written without the block's indentation. */
function missingIndent({ file }: Placing, start: number, indent: string): string {
  const column = start - (file.source.text.lastIndexOf('\n', start - 1) + 1);
  return indent.slice(column);
}

/** The same change without the text's last line end, after which the block is over. */
function beforeEnd(text: string, { start, end }: Range, replacement: string): { range: Range; text: string } | null {
  const last = text.endsWith('\n') ? text.length - 1 : text.length;
  if (end <= last) return { range: { start, end }, text: replacement };
  const bare = replacement.endsWith('\n') ? replacement.slice(0, -1) : replacement;
  if (start > last) return { range: { start: last, end: last }, text: `\n${bare}` };
  if (replacement !== '') return replacement === bare ? null : { range: { start, end: last }, text: bare };
  return start > 0 && text[start - 1] === '\n' ? { range: { start: start - 1, end: last }, text: '' } : null;
}

function offsetOf({ characters, from, text }: Placing, at: number): number | undefined {
  return at < text.length ? characters?.starts[from[at] ?? 0] : characters?.ends.at(-1);
}

/** Lines behind the first get the block's indentation, empty ones none. */
function indented(text: string, indent: string, eol: string, follows: boolean): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => (index > 0 && (line !== '' || (index === lines.length - 1 && !follows)) ? `${indent}${line}` : line))
    .join(eol);
}
