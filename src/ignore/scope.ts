// Where an ignore comment reaches: its scope as a range of the text.
import type { Range } from '../model.ts';
import type { Compose } from '../parse/compose/model.ts';
import type { Node } from '../parse/compose/node.ts';
import type { Document } from '../project.ts';
import { lineIndex, lineText } from '../text.ts';
import type { Scope } from './ignore.ts';

/** Gives the first line from a line on that is no comment and not empty; asked in rising order it looks at each line once. */
export function nextWritten({ source, starts }: Document): (from: number) => number {
  let [first, written] = [0, -1];
  return (from) => {
    if (from < first || from > written) {
      [first, written] = [from, from];
      while (written < starts.length && /^\s*(#.*)?$/.test(lineText(source.text, starts, written))) written++;
    }
    return written;
  };
}

/** `index`: the comment's line, from 0. `own`: nothing else stands on it. `next`: from `nextWritten`. */
export function covered(document: Document, scope: Scope, index: number, own: boolean, next: (from: number) => number): Range {
  if (scope === 'file') return { start: 0, end: document.source.text.length };
  if (scope === 'list' && document.kind === 'compose') return withList(document, own ? next(index + 1) : index);
  if (!own) return lineSpan(document, index);
  const below = extentBelow(document, index + 1, next(index + 1));
  if (document.kind === 'compose') return scope === 'line' ? lineSpan(document, lineIndex(document.starts, below.start)) : below;
  const stage = scope === 'block' ? document.stageAt(below.start) : null;
  return stage ? { start: below.start, end: stage.instructions.at(-1)?.range.end ?? below.end } : below;
}

/** The line with all of the instruction or entry that begins there. `from`: what begins before is not meant. */
function extentBelow(document: Document, from: number, index: number): Range {
  const { source, starts } = document;
  const line = lineSpan(document, index);
  if (document.kind === 'dockerfile') {
    const instruction = document.instructionAt(line.start + leading(source.text.slice(line.start, line.end)));
    return instruction && lineIndex(starts, instruction.range.start) >= from
      ? { start: line.start, end: instruction.range.end }
      : line;
  }
  const entry = document.root && widest(document.root, line, 0);
  return entry ? { start: line.start, end: Math.max(line.end, entry.range.end) } : line;
}

function withList(document: Compose, index: number): Range {
  const line = lineSpan(document, index);
  const entry = document.root && widest(document.root, line, 0);
  return entry?.value.kind === 'list' ? { start: line.start, end: Math.max(line.end, entry.range.end) } : line;
}

const DEPTH = 100;

/** The widest entry or list item written here that begins on a line. */
function widest(node: Node, line: Range, depth: number): { range: Range; value: Node } | null {
  if (node.kind === 'scalar' || node.via || depth > DEPTH) return null;
  const parts =
    node.kind === 'map'
      ? node.entries.filter((entry) => !entry.via).map((entry) => ({ range: entry.range, value: entry.value }))
      : node.items.map((item) => ({ range: item.range, value: item }));
  const begins = parts.find(({ range }) => range.start >= line.start && range.start <= line.end);
  if (begins) return begins;
  const around = parts.find(({ range }) => range.start < line.start && line.start <= range.end);
  return around ? widest(around.value, line, depth + 1) : null;
}

const leading = (line: string) => /^\s*/.exec(line)?.[0].length ?? 0;

function lineSpan({ source, starts }: Document, index: number): Range {
  const start = starts[index] ?? source.text.length;
  return { start, end: start + lineText(source.text, starts, index).length };
}
