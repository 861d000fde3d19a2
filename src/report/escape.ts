// All escaping there is. Whatever comes from a file (names, values, messages that quote them) is an attacker's text.

// Controls, bidirectional overrides, joiners, variation tags: characters that hide or reorder what a reader sees.
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;
const BREAK = '\u200b';

/** Shows what would not be seen: `\u{202e}`. Newlines and tabs stay. */
export const visible = (text: string): string =>
  text.replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** Whether a text has characters that a reader would not see. A `\r` that ends a line is fine. */
export const hasInvisible = (text: string): boolean => text.replaceAll('\r\n', '\n').search(INVISIBLE) >= 0;

/** For terminals and logs: one line, without control sequences. */
export const terminal = (text: string): string => visible(text.replaceAll('\n', '\\n').replaceAll('\t', '\\t'));

/** At most `length` UTF-16 units, cut between characters. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\ud800-\udbff]/.test(text[length - 2] ?? '') ? length - 2 : length - 1;
  return `${text.slice(0, end)}…`;
}

/** Plain text as GitHub Markdown on one line: no markup, link, mention, reference, HTML or emoji comes out of it. */
export function plain(text: string): string {
  return visible(text)
    .replace(/\s+/g, ' ')
    .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '')
    .replace(/[\\`*_{}[\]()|~$!^]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/[@#]/g, `$&${BREAK}`)
    .replace(/:(?=\/\/)|:(?=[\w+-]+:)/g, `:${BREAK}`)
    .replace(/\b(www)\.|\b(mailto|xmpp):|\b(GH)-(?=\d)/gi, (match) => match.slice(0, -1) + BREAK + match.slice(-1));
}

/** A code span of one line. Backticks inside get a longer fence; a `|` also holds inside a table. */
export function code(text: string): string {
  const line = visible(text).replace(/\s+/g, ' ').trim();
  if (line === '') return '` `';
  const ticks = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

/** A finding's sentence: words between backticks become code spans, the rest plain text. */
export function sentence(message: string): string {
  const parts = message.replace(/\s+/g, ' ').split('`');
  // An odd number of backticks leaves the last one alone.
  const last = parts.length % 2 === 0 ? parts.splice(-2).join('`') : null;
  if (last !== null) parts.push(last);
  return parts.map((part, i) => (i % 2 === 1 ? code(part) : plain(part))).join('');
}

/** As `sentence`, for the inside of an HTML element, where Markdown is not read. */
export function htmlSentence(message: string): string {
  const safe = visible(message)
    .replace(/\s+/g, ' ')
    .replace(/[@#]/g, `$&${BREAK}`)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/:(?=\/\/)|(?<=\bwww)(?=\.)/gi, (match) => match + BREAK);
  return safe.replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** Markdown that was escaped already, for a table's cell. */
export const cell = (markdown: string): string => markdown.replace(/\r?\n/g, ' ').replace(/\\?\|/g, '\\|');

/** A fenced block: the fence is longer than any run of backticks in the text. The text's bytes stay as they are. */
export function fenced(text: string, info: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${info}\n${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${fence}`;
}

/** A link of our own; where the address is none that can stand in Markdown, only its text. */
export const link = (markdown: string, url: string): string =>
  /^https?:\/\/[^\s()<>"'`\\]{1,500}$/.test(url) ? `[${markdown}](${url})` : markdown;

/** The text of a workflow command. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export const commandData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A property of a workflow command, such as `file`. */
export const commandProperty = (text: string): string => commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
