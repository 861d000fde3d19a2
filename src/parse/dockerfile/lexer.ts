// Splits a line into words as BuildKit's shell lexer does when it looks for heredocs: quotes, escapes and variables stay in the words.
import { isSpace } from './space.ts';

/** A word and where it begins in the line. */
export interface LexedWord {
  readonly text: string;
  readonly start: number;
}

interface Lexer {
  readonly text: string;
  readonly raw: boolean;
  at: number;
  words: LexedWord[];
  buffer: string;
  start: number;
}

const MAX_DEPTH = 64;
const isName = /[\p{L}\p{Nd}_]/u;

/** Words of a line; `null` when it does not lex (an unclosed quote or brace). `raw` keeps quotes and escapes. */
export function lexWords(text: string, raw: boolean): LexedWord[] | null {
  const lexer: Lexer = { text, raw, at: 0, words: [], buffer: '', start: 0 };
  if (stopOn(lexer, '', raw, 0) === null) return null;
  flush(lexer);
  return lexer.words;
}

function flush(lexer: Lexer): void {
  if (lexer.buffer !== '') lexer.words.push({ text: lexer.buffer, start: lexer.start });
  lexer.buffer = '';
}

function add(lexer: Lexer, text: string, at: number): void {
  if (lexer.buffer === '') lexer.start = at;
  lexer.buffer += text;
}

function addSplitting(lexer: Lexer, text: string, at: number): void {
  for (const char of text) {
    if (isSpace(char.charCodeAt(0))) flush(lexer);
    else add(lexer, char, at);
  }
}

/** The text behind a modifier, up to `stop`. Its words are dropped, and with them what the buffer held: so does BuildKit. */
function nested(lexer: Lexer, stop: string, rawEscapes: boolean, depth: number): string | null {
  const outer = lexer.words;
  lexer.words = [];
  const result = stopOn(lexer, stop, rawEscapes, depth + 1);
  lexer.words = outer;
  return result;
}

/** Text up to `stop` (or the end, for ''), collecting words on the way. */
function stopOn(lexer: Lexer, stop: string, rawEscapes: boolean, depth: number): string | null {
  const { text } = lexer;
  lexer.buffer = '';
  let result = '';
  while (lexer.at < text.length) {
    const at = lexer.at;
    const char = text.charAt(at);
    if (stop !== '' && char === stop) {
      lexer.at++;
      lexer.buffer = '';
      return result;
    }
    let piece: string | null = char;
    if (char === '$') piece = dollar(lexer, depth);
    else if (char === "'") piece = single(lexer);
    else if (char === '"') piece = double(lexer, rawEscapes, depth);
    else if (char === '<') piece = less(lexer);
    else if (char === '\\') {
      lexer.at += 2;
      piece = (rawEscapes ? '\\' : '') + text.charAt(at + 1);
    } else lexer.at++;
    if (piece === null) return null;
    if (char === '$' || piece === char) addSplitting(lexer, piece, at);
    else add(lexer, piece, at);
    result += piece;
  }
  return stop === '' ? result : null;
}

function single(lexer: Lexer): string | null {
  const close = lexer.text.indexOf("'", lexer.at + 1);
  if (close < 0) return null;
  const from = lexer.raw ? lexer.at : lexer.at + 1;
  lexer.at = close + 1;
  return lexer.text.slice(from, lexer.raw ? close + 1 : close);
}

function double(lexer: Lexer, rawEscapes: boolean, depth: number): string | null {
  const { text } = lexer;
  let result = lexer.raw ? '"' : '';
  lexer.at++;
  while (lexer.at < text.length) {
    const char = text.charAt(lexer.at);
    if (char === '"') {
      lexer.at++;
      return lexer.raw ? `${result}"` : result;
    }
    if (char === '$') {
      const value = dollar(lexer, depth);
      if (value === null) return null;
      result += value;
    } else if (char === '\\') {
      const next = text.charAt(lexer.at + 1);
      const escaped = next === '"' || next === '$' || next === '\\';
      result += (rawEscapes ? '\\' : '') + (escaped ? next : rawEscapes && next === '' ? '' : '\\');
      lexer.at += escaped ? 2 : 1;
    } else {
      result += char;
      lexer.at++;
    }
  }
  return null;
}

function less(lexer: Lexer): string {
  const { text } = lexer;
  const from = lexer.at++;
  if (text.charAt(lexer.at) !== '<') return '<';
  lexer.at++;
  while (lexer.at < text.length && '\t\r '.includes(text.charAt(lexer.at))) lexer.at++;
  return text.slice(from, lexer.at);
}

function name(lexer: Lexer): string {
  const { text } = lexer;
  const from = lexer.at;
  const first = text.charAt(from);
  if (first !== '' && '@*#?-$!0'.includes(first) && !/\d/.test(first)) {
    lexer.at++;
    return first;
  }
  const allowed = /\d/.test(first) ? /\d/ : isName;
  while (lexer.at < text.length && allowed.test(text.charAt(lexer.at))) lexer.at++;
  return text.slice(from, lexer.at);
}

/** `$NAME`, `${NAME}`, `${NAME<modifier>…}`: nothing is set, so it stays as it is written. */
function dollar(lexer: Lexer, depth: number): string | null {
  const { text } = lexer;
  lexer.at++;
  if (text.charAt(lexer.at) !== '{') return `$${name(lexer)}`;
  lexer.at++;
  if (depth >= MAX_DEPTH || ['', '{', '}', ':'].includes(text.charAt(lexer.at))) return null;
  const variable = name(lexer);
  let modifier = text.charAt(lexer.at++);
  if (modifier === '}') return `\${${variable}}`;
  const pattern = modifier === '#' || modifier === '%';
  if (modifier === ':') modifier += text.charAt(lexer.at++);
  if (modifier === '/') {
    if (text.charAt(lexer.at) === '/') lexer.at++;
    const from = nested(lexer, '/', true, depth);
    const to = from === null ? null : nested(lexer, '}', true, depth);
    return to === null ? null : `\${${variable}/${from}/${to}}`;
  }
  // Behind a colon anything goes, as long as the variable is not set.
  if (!/^(?::[^#%]|[-+?#%])$/s.test(modifier)) return null;
  const word = nested(lexer, '}', pattern, depth);
  return word === null ? null : `\${${variable}${modifier}${word}}`;
}
