// How to say one thing more in a map: as lines behind its last entry, or inside its brackets.
import type { Range } from '../../model.ts';
import { lastLine, lineEnd, lineIndex } from '../../text.ts';
import type { Compose } from './model.ts';
import type { Entry, MapNode } from './node.ts';

/** A new entry in both styles: its lines in block style, each indented by two where it is nested, and what stands in brackets. */
export interface NewEntry {
  key: string;
  /** Of a value that is one word the word alone. */
  block: readonly string[];
  flow: string;
}

export const oneWord = (key: string, word: string): NewEntry => ({ key, block: [`${key}: ${word}`], flow: word });

/**
 * `null` where adding would change others that use the map through an anchor, or where nothing is written in it. With a `rank` it stands
 * behind the last entry whose key does not rank behind its own, else behind all.
 */
export function addedEntry(
  file: Compose,
  node: MapNode | null,
  entry: NewEntry,
  rank?: (key: string) => number,
): { range: Range; text: string } | null {
  if (!node || node.via || node.anchor !== undefined || node.entry(entry.key) || node.duplicates.length > 0) return null;
  const own = node.entries.filter(({ via }) => !via);
  const previous = rank && own.findLast(({ key }) => rank(key.string) <= rank(entry.key));
  const last = previous ?? own.at(-1);
  if (!last) return null;
  if (node.flow) return among(file, previous, inBrackets(last.range.end, last.key.style === 'double', entry));
  const indent = lineBefore(file, last.key.range.start);
  if (!/^ *$/.test(indent)) return null;
  const end = previous ? last.range.end : Math.max(last.range.end, ...node.merges.map(({ range }) => range.end));
  const eol = lineEnd(file.source.text);
  const lines = entry.block.map((line) => `${eol}${indent}${line}`).join('');
  return among(file, previous, newLines(file, { start: last.range.start, end }, lines));
}

const among = (file: Compose, previous: Entry | undefined, edit: { range: Range; text: string }) =>
  previous ? ahead(file, edit) : edit;

/** With the character in front, so that it stands there before all that others put at the same place. */
export function ahead(file: Compose, { range, text }: { range: Range; text: string }): { range: Range; text: string } {
  const start = range.start - 1;
  return { range: { start, end: range.end }, text: file.source.text.charAt(start) + text };
}

function inBrackets(end: number, quoted: boolean, { key, flow }: NewEntry): { range: Range; text: string } {
  return { range: { start: end, end }, text: `, ${quoted ? `"${key}"` : key}: ${flow}` };
}

export const lineBefore = (file: Compose, offset: number): string =>
  file.source.text.slice(file.starts[lineIndex(file.starts, offset)], offset);

/** `text`, which begins with a line end, behind the last line of a range: in front of that line's own end, so that they stay together. */
export function newLines(file: Compose, range: Range, text: string): { range: Range; text: string } {
  const next = file.starts[lastLine(file.starts, range)];
  const whole = file.source.text.slice(0, next);
  const end = whole.length - (next === undefined ? 0 : whole.endsWith('\r\n') ? 2 : 1);
  return { range: { start: end, end }, text };
}
