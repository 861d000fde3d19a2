// Arguments that were meant as the exec form but are no JSON: `['a', 'b']`, `[a, b]`, `["a", "b",]`, `["a" "b"]`, `["a", "b"`.
import type { Range } from '../../model.ts';
import type { Instruction } from './model.ts';

export interface Bracketed {
  /** From `[` to the end. */
  readonly range: Range;
  /** `null` where it does not say for certain what was meant. */
  readonly elements: readonly string[] | null;
}

const MAX_TEXT = 4096;
const CHECK = /^CMD\s+(?=\[)/i;
/** Also typographic quotes, as word processors make them. */
const OPEN = '"\'“”‘’';
const CLOSE: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”“', '”': '”', '‘': '’', '’': '’' };

/** `null`: an exec form, or something that a shell may well have been meant to read, such as a test. */
export function bracketed(instruction: Instruction): Bracketed | null {
  if (instruction.json || instruction.heredocs.length > 0 || instruction.text.length > MAX_TEXT) return null;
  const { text } = instruction;
  const skip = instruction.keyword === 'HEALTHCHECK' ? (CHECK.exec(text)?.[0].length ?? 0) : 0;
  if (text.charAt(skip) !== '[') return null;
  const closed = text.endsWith(']');
  // A quote right behind the bracket: no shell has a command that begins so.
  const sure =
    text.length > skip + 1 &&
    OPEN.includes(text.charAt(skip + 1)) &&
    /^(?:CMD|ENTRYPOINT|HEALTHCHECK)$/.test(instruction.keyword);
  if (!closed && !sure) return null;
  const inner = text.slice(skip + 1, closed ? -1 : undefined).trim();
  const elements = elementsOf(inner, sure);
  // One bare word, or words between blanks: `[ -f x ]`.
  const forShell = !/^(?:VOLUME|COPY|ADD)$/.test(instruction.keyword);
  if (!sure && (!elements || (forShell && elements.length === 1 && !OPEN.includes(inner.charAt(0))))) return null;
  const { start, end } = instruction.arguments;
  return skip > 0 && instruction.comments.length > 0 ? null : { range: { start: start + skip, end }, elements };
}

/** `null` where the pieces between commas are not each one quoted text or one bare word. */
function elementsOf(text: string, commaLess: boolean): string[] | null {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    while (/\s/.test(text.charAt(at))) at++;
    const open = text.charAt(at);
    const quoted = open !== '' && OPEN.includes(open);
    let end = quoted ? at + 1 : at;
    const stops = quoted ? (CLOSE[open] ?? '') : ',';
    while (end < text.length && !stops.includes(text.charAt(end))) end++;
    const value = text.slice(quoted ? at + 1 : at, end).trimEnd();
    if (value === '' || (quoted && end >= text.length) || (!quoted && /["'\s$`\\[\]]/.test(value))) return null;
    found.push(quoted && open === '"' ? value.replace(/\\(["\\])/g, '$1') : value);
    at = quoted ? end + 1 : end;
    while (/\s/.test(text.charAt(at))) at++;
    if (commaLess && quoted && at < text.length && OPEN.includes(text.charAt(at))) continue;
    if (at < text.length && text.charAt(at) !== ',') return null;
    at++;
  }
  return found;
}
