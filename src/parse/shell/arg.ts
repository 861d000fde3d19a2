// Words of a shell text: as written, and without quotes where that is known.
import type { Word, WordPart } from 'unbash';
import type { Arg } from './model.ts';
import { type Place, rangeIn, type Spot } from './place.ts';

const STATIC = new Set(['Literal', 'SingleQuoted', 'AnsiCQuoted', 'Glob', 'ExtendedGlob', 'BraceExpansion']);
const QUOTED = new Set(['SingleQuoted', 'DoubleQuoted', 'AnsiCQuoted', 'LocaleString']);

const isStatic = (part: WordPart): boolean =>
  part.type === 'DoubleQuoted' || part.type === 'LocaleString' ? part.parts.every(isStatic) : STATIC.has(part.type);

/** No quote, expansion or pattern begins with any of these: such a word means what it says. */
const PLAIN = /^[\w./:=%,-]+$/;

export const isPlain = ({ text }: Word): boolean => PLAIN.test(text);

/** Words without parts have no quotes and no expansions. */
export function argOf(word: Word, place: Place): Arg {
  if (isPlain(word)) return { range: rangeIn(place, word), text: word.text, value: word.text, quoted: false };
  const { parts } = word;
  return {
    range: rangeIn(place, word),
    text: word.text,
    value: !parts || parts.every(isStatic) ? word.value : null,
    quoted: parts?.some((part) => QUOTED.has(part.type)) ?? false,
  };
}

/** An argument that is no single word (`NAME=value` behind a command): its value is only known without quotes and expansions. */
export function argOfText(spot: Spot, text: string, place: Place): Arg {
  const special = /["'\\$`]/.test(text);
  return { range: rangeIn(place, spot), text, value: special ? bareValue(text) : text, quoted: /["'\\]/.test(text) };
}

const bareValue = (text: string) => (/[\\$`]/.test(text) ? null : text.replace(/["']/g, ''));
