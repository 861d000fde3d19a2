// Where each character of a YAML scalar's value is written: https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions
import type { ScalarNode } from '../compose/node.ts';

export interface Characters {
  /** Of each character of the value: where it begins and ends in the file. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Spaces in front of every line of a literal block, whose lines are written as they are; `null` for other styles. */
  readonly indent: string | null;
}

/** `null` where the value and the text do not go together. */
export function charactersOf(node: ScalarNode, text: string): Characters | null {
  if (node.style === 'literal') return ofLiteral(node, text);
  const block = node.style === 'folded';
  const quoted = node.style === 'single' || node.style === 'double';
  const start = block ? afterLine(text, node.range.start) : node.range.start + (quoted ? 1 : 0);
  return ofFlow(node, text, start);
}

const afterLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
};

/** `|`: each line with the block's indentation in front. */
function ofLiteral({ string, range }: ScalarNode, text: string): Characters | null {
  const starts = new Uint32Array(string.length);
  const ends = new Uint32Array(string.length);
  let from = afterLine(text, range.start);
  let indent: string | null = null;
  for (let at = 0; at < string.length; ) {
    const newline = string.indexOf('\n', at);
    const stop = newline < 0 ? string.length : newline;
    const lineEnd = text.indexOf('\n', from);
    const rawEnd = lineEnd < 0 ? text.length : lineEnd;
    const end = text[rawEnd - 1] === '\r' && rawEnd > from ? rawEnd - 1 : rawEnd;
    if (indent === null && stop > at) indent = text.slice(from, Math.max(from, end - (stop - at)));
    const first = stop > at ? end - (stop - at) : end;
    if (
      first < from ||
      !text.startsWith(string.slice(at, stop), first) ||
      /[^ ]/.test(text.slice(from, stop > at ? first : from))
    )
      return null;
    for (let i = at; i < stop; i++) {
      starts[i] = first + i - at;
      ends[i] = first + i - at + 1;
    }
    if (newline >= 0) {
      starts[newline] = end;
      ends[newline] = Math.min(rawEnd + 1, text.length);
    }
    at = stop + 1;
    from = rawEnd + 1;
  }
  return { starts, ends, indent: indent ?? '' };
}

const isBlank = (char: string | undefined) => char === ' ' || char === '\n' || char === '\t' || char === '\r';

/** Folded lines and escapes: blanks differ, all other characters come in the same order. */
function ofFlow({ string, range, style }: ScalarNode, text: string, start: number): Characters | null {
  const starts = new Uint32Array(string.length);
  const ends = new Uint32Array(string.length);
  let from = start;
  for (let at = 0; at < string.length; at++) {
    const char = string[at];
    if (!isBlank(char)) while (from < range.end && isBlank(text[from])) from++;
    let written = style === 'double' && text[from] === '\\' ? escapeAt(text, from) : null;
    while (written && written.value === '') {
      from += written.length;
      if (!isBlank(char)) while (from < range.end && isBlank(text[from])) from++;
      written = text[from] === '\\' ? escapeAt(text, from) : null;
    }
    if (written) {
      if (!string.startsWith(written.value, at)) return null;
      for (let i = 0; i < written.value.length; i++) {
        starts[at + i] = from;
        ends[at + i] = from + written.length;
      }
      at += written.value.length - 1;
      from += written.length;
      continue;
    }
    const length =
      style === 'single' && char === "'" && text.startsWith("''", from) ? 2 : isBlank(char) ? blankAt(text, from) : 1;
    if (!isBlank(char) && text[from] !== char) return null;
    starts[at] = Math.min(from, range.end);
    from += length;
    ends[at] = Math.min(from, range.end);
  }
  return { starts, ends, indent: null };
}

const blankAt = (text: string, at: number): number => (isBlank(text[at]) ? 1 : 0);

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** What an escape stands for: a line end stands for nothing. */
function escapeAt(text: string, at: number): { value: string; length: number } {
  const next = text.charAt(at + 1);
  const digits = { x: 2, u: 4, U: 8 }[next];
  if (digits !== undefined) {
    const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
    return { value: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', length: 2 + digits };
  }
  if (next === '\n') return { value: '', length: 2 };
  if (next === '\r') return { value: '', length: text[at + 2] === '\n' ? 3 : 2 };
  return { value: ESCAPES[next] ?? next, length: 2 };
}
