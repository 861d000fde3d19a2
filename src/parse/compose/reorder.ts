// Parts of a map or list in another order: their lines move with the comments above them; blank lines stay where they are.
import type { Range } from '../../model.ts';
import { lastLine, lineEnd, lineIndex } from '../../text.ts';
import type { Compose } from './model.ts';

/** Blank lines, then comments and the part itself. */
const CHUNK = /^((?:[ \t]*\r?\n)*)([\s\S]*)$/;
const MAX = 500;

/**
 * `parts` as they stand in the file; `order` the same in the order that is wanted. `null` where an alias would come before its anchor, or
 * where lines hold something else, too.
 */
export function reordered(
  file: Compose,
  parts: readonly Range[],
  order: readonly Range[],
  flow: boolean,
): { range: Range; text: string } | null {
  const { text } = file.source;
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last || parts.length > MAX) return null;
  const spans = flow ? [...parts] : wholeLines(file, parts);
  if (!spans) return null;
  const pieces = spans.map(({ start, end }) => text.slice(start, end));
  const places = new Map(parts.map((part, at) => [part, at]));
  const sequence = order.map((part) => places.get(part) ?? 0);
  if (!keepsAnchors(pieces, sequence)) return null;
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.end ?? 0;
  if (flow && text.slice(start, end).includes('#')) return null;
  return { range: { start, end }, text: flow ? inBrackets(text, spans, sequence) : inLines(pieces, sequence, lineEnd(text)) };
}

function inBrackets(text: string, spans: readonly Range[], sequence: readonly number[]): string {
  const piece = (at: number) => text.slice(spans[at]?.start, spans[at]?.end);
  return sequence.map((from, at) => piece(from) + text.slice(spans[at]?.end, spans[at + 1]?.start ?? spans[at]?.end)).join('');
}

function inLines(pieces: readonly string[], sequence: readonly number[], eol: string): string {
  const closed = (piece: string) => (piece.endsWith('\n') ? piece : piece + eol);
  const chunks = pieces.map((piece) => CHUNK.exec(piece)?.slice(1) ?? ['', piece]);
  const result = sequence.map((from, at) => (chunks[at]?.[0] ?? '') + closed(chunks[from]?.[1] ?? '')).join('');
  return pieces.at(-1)?.endsWith('\n') ? result : result.slice(0, -eol.length);
}

/** Each part with its whole lines, from behind the one before it. */
function wholeLines(file: Compose, parts: readonly Range[]): Range[] | null {
  const { text } = file.source;
  const spans: Range[] = [];
  for (const part of parts) {
    const line = file.starts[lineIndex(file.starts, part.start)] ?? 0;
    const end = file.starts[lastLine(file.starts, part)] ?? text.length;
    const start = spans.at(-1)?.end ?? line - commentsAbove(text, line);
    if (start > line || !/^[ \t]*(?:-[ \t]+)?$/.test(text.slice(line, part.start))) return null;
    if (!/^:?[ \t]*(?:#[^\n]*)?\r?\n?$/.test(text.slice(Math.min(part.end, end), end))) return null;
    // What a block keeps at its end would become another text.
    if (/[|>][\d]?\+/.test(text.slice(start, end))) return null;
    spans.push({ start, end });
  }
  return spans;
}

/** Length of the comment lines that stand directly above a line. */
function commentsAbove(text: string, line: number): number {
  let at = line;
  for (;;) {
    const before = text.lastIndexOf('\n', at - 2) + 1;
    if (at === 0 || !/^[ \t]+#/.test(text.slice(before, at))) return line - at;
    at = before;
  }
}

/** Every alias still finds the anchor that it found, and what follows finds the same last ones. */
function keepsAnchors(pieces: readonly string[], sequence: readonly number[]): boolean {
  const marks = pieces.map((piece) =>
    [...piece.matchAll(/(?<![^\s[{,:])([&*])([^\s,[\]{}]+)/g)].map(([, kind = '', name = '']) => ({ kind, name })),
  );
  const found = (order: readonly number[]) => {
    const anchors = new Map<string, string>();
    const uses: string[] = [];
    for (const at of order)
      for (const [index, { kind, name }] of (marks[at] ?? []).entries()) {
        if (kind === '&') anchors.set(name, `${at}/${index}`);
        else uses.push(`${at}/${index}=${anchors.get(name)}`);
      }
    return [...uses.sort(), ...[...anchors].map(([name, at]) => `${name}=${at}`).sort()].join(' ');
  };
  return found(pieces.map((_, at) => at)) === found(sequence);
}
