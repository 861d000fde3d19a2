// How to say one word more behind another, in front of all that is put at the end of its instruction.
import type { Range } from '../../model.ts';
import type { Dockerfile } from './model.ts';

/** With the last character of the word: what others put at its end comes behind it. */
export function behind(file: Dockerfile, { end }: Range, text: string): { range: Range; text: string } {
  return { range: { start: end - 1, end }, text: file.source.text.charAt(end - 1) + text };
}
