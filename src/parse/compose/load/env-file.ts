// Env files: `NAME=value` lines with quotes, escapes, comments and variables, as Compose reads them.
// https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
import type { Range, SourceFile } from '../../../model.ts';
import { code } from '../schema-words.ts';
import { type Lookup, newRoom, type Room, substitute } from './substitute.ts';

export interface EnvVariable {
  value: string;
  /** From the name to the value's end. */
  range: Range;
  unset: readonly string[];
}

export interface EnvProblem {
  range: Range;
  message: string;
}

export interface EnvFileContent {
  variables: Map<string, EnvVariable>;
  /** The first mistake: Compose refuses the file there. */
  problem?: EnvProblem;
}

/** A line break is no space here; the next line, a no-break space and their kind are. */
const BLANK = /[\t\v\f\r \u0085\u00a0]*/y;
const BLANK_OR_LINE = /[\s\u0085]*/y;
const EXPORT = /export\s+/y;
// A name may hold blanks only before `=` or `:`.
const NAME = /(?:[\p{L}\p{N}_.[\]-]|[\t\v\f\r \u0085\u00a0])*/uy;

interface Assigned {
  value: string;
  end: number;
  unset: readonly string[];
}

/** `lookup` is asked before what stands above in the file. */
export function readEnvFile({ text }: Pick<SourceFile, 'text'>, lookup: Lookup): EnvFileContent {
  const variables = new Map<string, EnvVariable>();
  const room = newRoom();
  const known: Lookup = (name) => lookup(name) ?? variables.get(name)?.value;
  let at = 0;
  for (;;) {
    at = statement(text, at);
    if (at >= text.length) return { variables };
    const start = match(EXPORT, text, at) > at ? match(BLANK, text, at + 'export'.length) : at;
    const end = match(NAME, text, start);
    const next = text.charAt(end);
    if (next !== '' && next !== '=' && next !== ':' && next !== '\n') {
      const message = `${JSON.stringify(next)} can't stand in the name of a variable.`;
      return { variables, problem: { range: { start: end, end: end + 1 }, message } };
    }
    const name = next === '' ? '' : text.slice(start, end).trimEnd();
    if (name.includes(' ')) {
      return {
        variables,
        problem: { range: { start, end: start + name.length }, message: 'The name of a variable holds a space.' },
      };
    }
    if (next === '\n') {
      const value = known(name);
      if (value !== undefined) variables.set(name, { value, range: { start, end: start + name.length }, unset: [] });
      at = end + 1;
      continue;
    }
    const from = match(BLANK, text, next === '' ? start : end + 1);
    const read = /["']/.test(text.charAt(from)) ? quoted(text, from, known, room) : unquoted(text, from, known, room);
    if ('message' in read) return { variables, problem: read };
    variables.set(name, { value: read.value, range: { start, end: read.end }, unset: read.unset });
    at = read.end;
  }
}

/** The next character that is neither blank nor in a comment. */
function statement(text: string, from: number): number {
  for (let at = from; ; ) {
    at = match(BLANK_OR_LINE, text, at);
    if (text[at] !== '#') return at;
    const line = text.indexOf('\n', at);
    if (line < 0) return text.length;
    at = line;
  }
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function unquoted(text: string, from: number, known: Lookup, room: Room): Assigned | EnvProblem {
  const line = text.indexOf('\n', from);
  const whole = text.slice(from, line < 0 ? text.length : line);
  const comment = whole.indexOf(' #');
  const value = (comment < 0 ? whole : whole.slice(0, comment)).trimEnd();
  const end = from + whole.length;
  const written = { start: from, end: from + value.length };
  const read = substituted(value, written, known, room);
  return 'message' in read ? read : { ...read, end: comment < 0 ? written.end : end };
}

function quoted(text: string, from: number, known: Lookup, room: Room): Assigned | EnvProblem {
  const quote = text.charAt(from);
  let value = '';
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && at + 1 < text.length) {
      const escaped = text.charAt(++at);
      value += escaped === quote ? quote : `\\${escaped}`;
    } else if (char !== quote) value += char;
    else {
      const range = { start: from, end: at + 1 };
      if (quote === "'") return { value, end: range.end, unset: [] };
      const read = substituted(unescaped(value), range, known, room);
      return 'message' in read ? read : { ...read, end: range.end };
    }
  }
  const line = text.indexOf('\n', from);
  return { range: { start: from, end: line < 0 ? text.length : line }, message: 'The quotes opened here are not closed.' };
}

function substituted(text: string, range: Range, known: Lookup, room: Room): Assigned | EnvProblem {
  const { text: value, unset, required, invalid } = substitute(text, known, room);
  if (invalid !== undefined)
    return { range, message: 'A `$` and a brace begin a variable: its name and the closing brace must follow.' };
  if (required)
    return { range, message: `${code(required.name)} must be set${required.reason ? `: ${code(required.reason)}` : ''}.` };
  return { value, end: range.end, unset };
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
  $: '$$',
};

function unescaped(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\(?:([abfnrtv$"\\])|0([0-3][0-7]{2}))/g, (_, letter?: string, octal?: string) =>
    letter === undefined ? String.fromCharCode(Number.parseInt(octal ?? '0', 8)) : (ESCAPES[letter] ?? letter),
  );
}

/** `format: raw`: everything after the first `=` is the value as it stands. */
export function readRawEnvFile({ text }: Pick<SourceFile, 'text'>, lookup: Lookup): EnvFileContent {
  const variables = new Map<string, EnvVariable>();
  let start = 0;
  for (const line of text.split('\n')) {
    const content = line.replace(/\r$/, '').trimStart();
    const range = { start: start + line.length - line.trimStart().length, end: start + line.length };
    start += line.length + 1;
    if (content === '' || content.startsWith('#')) continue;
    const equals = content.indexOf('=');
    const name = equals < 0 ? content : content.slice(0, equals);
    if (name === '' || /\s/.test(name)) {
      const message = name === '' ? 'There is no name before the `=`.' : 'The name of a variable holds a space.';
      return { variables, problem: { range, message } };
    }
    const value = equals < 0 ? lookup(name) : content.slice(equals + 1);
    if (value !== undefined) variables.set(name, { value, range, unset: [] });
  }
  return { variables };
}
