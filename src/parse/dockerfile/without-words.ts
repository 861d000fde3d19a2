// The range that goes when words of a command are taken out, so that neither a blank nor an empty line is left.
import type { Range } from '../../model.ts';
import type { Dockerfile } from './model.ts';

const MAX_LINE = 4096;

/** `words` reaches from the first to the last of them; `null` when they stand on several lines or first in their command. */
export function withoutWords(file: Dockerfile, words: Range): Range | null {
  const { text } = file.source;
  const line = text.lastIndexOf('\n', words.start - 1) + 1;
  const before = text.slice(Math.max(line, words.start - MAX_LINE), words.start);
  if (text.slice(words.start, words.end).includes('\n') || !/\s$/.test(before)) return null;
  const end = text.indexOf('\n', words.end);
  const after = end < 0 ? '' : text.slice(words.end, Math.min(end, words.end + MAX_LINE)).trim();
  if (before.trim() === '' && after === file.escape) return { start: line, end: end + 1 };
  return { start: words.start - (before.length - before.trimEnd().length), end: words.end };
}
