// A word in the quotes of the word that it replaces.
import type { Compose } from './model.ts';
import type { ScalarNode } from './node.ts';

/** `word` must need no escaping. */
export function quotedLike(file: Compose, { range, style }: ScalarNode, word: string): string {
  const quote = style === 'single' || style === 'double' ? file.source.text.charAt(range.start) : '';
  return `${quote}${word}${quote}`;
}
