// The source line of a finding with carets under what is wrong, as it fits a terminal.
import type { Range } from '../model.ts';
import { lineIndex, lineText } from '../text.ts';
import { visible } from './escape.ts';
import { characterWidth, width } from './width.ts';

export interface Excerpt {
  /** From 1. */
  line: number;
  source: string;
  /** Blanks, then carets. */
  carets: string;
}

const TAB = '    ';

/** The first line of the range, cut around the carets where it is longer than `columns`. */
export function excerpt(text: string, starts: readonly number[], range: Range, columns: number): Excerpt {
  const index = lineIndex(starts, range.start);
  const start = starts[index] ?? 0;
  const whole = lineText(text, starts, index);
  const from = Math.min(range.start - start, whole.length);
  const to = Math.max(from, Math.min(range.end - start, whole.length));
  // What lies far before or behind cannot be shown, so it is not measured either.
  const near = whole.slice(Math.max(0, from - columns), from);
  const marked = fit(shown(whole.slice(from, Math.min(to, from + columns))), columns);
  const left = columns - width(marked);
  const before = fitEnd(shown(near), Math.max(0, Math.min(left, left - Math.min(20, whole.length - to))), near.length < from);
  const after = fit(shown(whole.slice(to, to + columns)), left - width(before));
  return {
    line: index + 1,
    source: before + marked + after,
    carets: ' '.repeat(width(before)) + '^'.repeat(Math.max(1, width(marked))),
  };
}

const shown = (text: string) => visible(text).replaceAll('\t', TAB);

/** The beginning of a text, in at most so many columns. */
function fit(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let result = '';
  let left = columns - 1;
  for (const character of text) {
    left -= characterWidth(character);
    if (left < 0) break;
    result += character;
  }
  return columns > 0 ? `${result}…` : '';
}

/** The end of a text, in at most so many columns. */
function fitEnd(text: string, columns: number, isCut: boolean): string {
  if (!isCut && width(text) <= columns) return text;
  const characters: string[] = [];
  let left = columns - 1;
  for (const character of [...text].reverse()) {
    left -= characterWidth(character);
    if (left < 0) break;
    characters.push(character);
  }
  return columns > 0 ? `…${characters.reverse().join('')}` : '';
}
