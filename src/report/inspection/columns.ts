// Words in columns of a terminal: aligned tables, and terms with wrapped text beside or below them.
import { characterWidth, width } from '../width.ts';

export const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));
const aligned = (text: string, columns: number): string => ' '.repeat(Math.max(0, columns - width(text))) + text;

/** Each row one line; the first column to the left, all others to the right. A first column that is too wide is cut. */
export function tableLines(rows: readonly (readonly string[])[], room: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const others = widths.slice(1).reduce((sum, one) => sum + one + 2, 0);
  const first = Math.max(8, Math.min(widths[0] ?? 0, room - others));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? padded(clipped(cell, first), first) : aligned(cell, widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function clipped(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let [left, end] = [columns - 1, 0];
  for (const character of text) {
    left -= characterWidth(character);
    if (left < 0) break;
    end += character.length;
  }
  return `${text.slice(0, end)}…`;
}

/** At spaces; a word that is longer than a line is cut. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, columns))) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function pieces(word: string, columns: number): string[] {
  if (width(word) <= columns) return [word];
  const found: string[] = [];
  let [piece, used] = ['', 0];
  for (const character of word) {
    const own = characterWidth(character);
    if (used + own > columns) {
      found.push(piece);
      [piece, used] = ['', 0];
    }
    piece += character;
    used += own;
  }
  return [...found, piece];
}
