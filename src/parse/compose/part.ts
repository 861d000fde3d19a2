// Places of pieces inside a scalar.
import type { Part } from './model.ts';
import type { ScalarNode } from './node.ts';

/**
 * The piece `[from, to)` of `node.string`. Where escapes or line folding make the written text differ from the string,
 * its range is that of the whole scalar.
 */
export function partOf(node: ScalarNode, text: string, from: number, to: number): Part {
  const content = node.range.start + (node.style === 'single' || node.style === 'double' ? 1 : 0);
  const exact = text.startsWith(node.string, content) && content + node.string.length <= node.range.end;
  const range = exact ? { start: content + from, end: content + to } : node.range;
  return { text: node.string.slice(from, to), range, ...(node.via && { via: node.via }) };
}

export const wholePart = (node: ScalarNode, text: string): Part => partOf(node, text, 0, node.string.length);
