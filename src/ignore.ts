// Ignore comments: `# hullcheck ignore=<rule>[,<rule>] -- reason` above or beside what it speaks of.
import type { Range } from './model.ts';
import type { Node } from './parse/compose/node.ts';
import type { Document } from './project.ts';
import { lineIndex, lineText } from './text.ts';

export interface Ignore {
  /** Ids of rules. */
  rules: readonly string[];
  reason: string;
  /** The comment itself. */
  at: Range;
  /** What it covers. */
  covers: Range;
}

// Linear: one class, then fixed words.
const COMMENT = /#\s*hullcheck\s+ignore=([\w,-]+)(.*)$/;

export function ignoresOf(document: Document): Ignore[] {
  const { source, starts } = document;
  if (!source.text.includes('hullcheck')) return [];
  const ignores: Ignore[] = [];
  for (let i = 0; i < starts.length; i++) {
    const line = lineText(source.text, starts, i);
    const match = line.length < 4096 ? COMMENT.exec(line) : null;
    if (!match) continue;
    const before = line.slice(0, match.index);
    const own = before.trim() === '';
    if (!own && (document.kind === 'dockerfile' || !/\s$/.test(before))) continue;
    const start = (starts[i] ?? 0) + match.index;
    ignores.push({
      rules: (match[1] ?? '').split(',').filter(Boolean),
      reason: (match[2] ?? '').replace(/^\s*--\s*/, '').trim(),
      at: { start, end: start + line.length - match.index },
      covers: own ? extentBelow(document, i + 1) : lineSpan(document, i),
    });
  }
  return ignores;
}

/** The first line below that is no comment and not empty, with all of the instruction or entry that begins there. */
function extentBelow(document: Document, from: number): Range {
  const { source, starts } = document;
  let index = from;
  while (index < starts.length && /^\s*(#.*)?$/.test(lineText(source.text, starts, index))) index++;
  const line = lineSpan(document, index);
  if (document.kind === 'dockerfile') {
    const instruction = document.instructionAt(line.start + (line.end > line.start ? leading(source.text, line) : 0));
    return instruction && lineIndex(starts, instruction.range.start) >= from
      ? { start: line.start, end: instruction.range.end }
      : line;
  }
  const entry = document.root && widest(document.root, line, 0);
  return entry ? { start: line.start, end: Math.max(line.end, entry.end) } : line;
}

const DEPTH = 100;

/** The widest entry or list item written here that begins on a line. */
function widest(node: Node, line: Range, depth: number): Range | null {
  if (node.kind === 'scalar' || node.via || depth > DEPTH) return null;
  const parts =
    node.kind === 'map'
      ? node.entries.filter((entry) => !entry.via).map((entry) => ({ range: entry.range, value: entry.value }))
      : node.items.map((item) => ({ range: item.range, value: item }));
  const begins = parts.find(({ range }) => range.start >= line.start && range.start <= line.end);
  if (begins) return begins.range;
  const around = parts.find(({ range }) => range.start < line.start && line.start <= range.end);
  return around ? widest(around.value, line, depth + 1) : null;
}

const leading = (text: string, line: Range) => /^\s*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;

function lineSpan({ source, starts }: Document, index: number): Range {
  const start = starts[index] ?? source.text.length;
  return { start, end: start + lineText(source.text, starts, index).length };
}

/** The comment that covers a finding of this rule there. */
export const ignoring = (ignores: readonly Ignore[], rule: string, range: Range): Ignore | undefined =>
  ignores.find((ignore) => ignore.rules.includes(rule) && ignore.covers.start <= range.start && range.start <= ignore.covers.end);
