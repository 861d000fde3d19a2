// What Compose drops of a command that is written as one string: no shell reads it, and its reader ends at the first character that would mean something to one.
import { shellWords } from './load/decode/command.ts';

const MAX_TEXT = 4096;
const MAX_OPERATORS = 40;

/** Where it ends: the offset of the first `;`, `&`, `|`, `<` or `>` outside of quotes; `null` when all of it is read. */
export function droppedFrom(text: string): number | null {
  if (text.length > MAX_TEXT) return null;
  // What a variable becomes is not known, and its default is no command.
  const line = text.replace(/\$\{[^}]{0,500}\}/g, (variable) => 'x'.repeat(variable.length));
  let looked = 0;
  for (const { index } of line.matchAll(/[;&|<>]/g)) {
    if (looked++ === MAX_OPERATORS) return null;
    if (shellWords(line.slice(0, index)) !== null) return index;
  }
  return null;
}
