// How much room words take. All type is monospaced: its width is known without the font.
import { width } from '../width.ts';
import type { Size } from './layout.ts';

export const NAME_SIZE = 13;
export const LINE_SIZE = 11;
/** Of the name's base line below the top of a box, and of each line below the one before. */
export const NAME_HEIGHT = 21;
export const LINE_HEIGHT = 16;
/** From the left border to the words. */
export const TEXT_X = 12;

// Columns in parts of the font's size: no common font is wider (Menlo, DejaVu, Liberation 0.602; Consolas 0.55).
const COLUMN = 0.605;
const LEAST = 84;

/** `heading`: of the group that the box stands in, which must not be wider. */
export function boxSize(name: string, lines: readonly { text: string }[], heading = ''): Size {
  const columns = Math.max(0, ...lines.map(({ text }) => width(text)));
  const words = Math.max(width(name) * NAME_SIZE, columns * LINE_SIZE, width(heading) * LINE_SIZE - 2 * TEXT_X) * COLUMN;
  return { width: Math.max(LEAST, Math.ceil(words) + 2 * TEXT_X), height: NAME_HEIGHT + lines.length * LINE_HEIGHT + 12 };
}

/** Of words in the size of lines. */
export const wordsWidth = (words: string): number => Math.ceil(width(words) * LINE_SIZE * COLUMN);
