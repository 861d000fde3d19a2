// The yaml package's errors in a person's words.
import type { ComposeProblem } from './model.ts';

const WORDS: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  BAD_DQ_ESCAPE: ['This backslash starts no escape that YAML knows.', 'Write two backslashes, or use single quotes.'],
  BAD_INDENT: ['The indentation does not fit what stands above.', 'Indent all keys of one map equally, and close brackets.'],
  BAD_SCALAR_START: ['No unquoted value may start with this character.', 'Put the value in quotes.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'There is a second `: ` in this line.',
    'Put the value in quotes, or begin the inner map on a new line.',
  ],
  BLOCK_IN_FLOW: ['Between brackets, lists and maps are written with brackets too.'],
  KEY_OVER_1024_CHARS: ['This key is longer than 1024 characters.', 'Is the text meant as a value?'],
  MISSING_CHAR: ['Something is missing here.', 'Close the brackets opened before, and put `: ` between key and value.'],
  MULTILINE_IMPLICIT_KEY: [
    'A key must end with `:` in its own line.',
    'Add the `:`, or indent the line as part of the value above.',
  ],
  MULTIPLE_ANCHORS: ['A value can have only one anchor.'],
  MULTIPLE_TAGS: ['A value can have only one tag.'],
  RESOURCE_EXHAUSTION: ['Values are nested too deep to be read.'],
  TAB_AS_INDENT: ['A tab indents this line.', 'Indent with spaces: YAML takes no tabs.'],
  UNEXPECTED_TOKEN: ['This does not belong here.', 'Quote the value if it is meant as text.'],
};

/** `pos` may be empty or lie at the text's end: the problem then marks the character before. */
export function inWords(code: string, original: string, [from, to]: readonly [number, number], text: string): ComposeProblem {
  const unclosed = /^Missing closing (.)quote/.exec(original)?.[1];
  const [message, hint] = unclosed
    ? [`The quotes (${unclosed}) opened before are not closed.`]
    : (WORDS[code] ?? [`${original}.`]);
  const start = Math.max(0, Math.min(from, text.length - 1));
  const line = text.indexOf('\n', start);
  const end = Math.max(start, Math.min(Math.max(to, start + 1), text.length, line > start ? line : text.length));
  return { range: { start, end }, code: `yaml-${code.toLowerCase().replaceAll('_', '-')}`, message, ...(hint && { hint }) };
}
