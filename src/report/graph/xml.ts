// Words in XML.
import type { Point } from './layout.ts';

/** For text and attributes. What is no character of XML does not come here: the words of boxes show it in letters. */
export const escapedXml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export const text = ({ x, y }: Point, words: string, className: string): string =>
  `<text class="${className}" x="${Math.round(x * 10) / 10}" y="${Math.round(y * 10) / 10}">${escapedXml(words)}</text>`;
