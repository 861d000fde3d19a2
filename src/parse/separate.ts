// Splits a text at a character, but not inside `${…}`.
import type { Range } from '../model.ts';

/** Pieces as ranges into `text`, in order; at least one. A `${` that is never closed reaches to the end. */
export function separate(text: string, separator: string): Range[] {
  const pieces: Range[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '$' && text[at + 1] === '{') {
      depth++;
      at++;
    } else if (text[at] === '}' && depth > 0) depth--;
    else if (text[at] === separator && depth === 0) {
      pieces.push({ start, end: at });
      start = at + 1;
    }
  }
  pieces.push({ start, end: text.length });
  return pieces;
}
