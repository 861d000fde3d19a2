// `NAME value` of ENV and LABEL written as `NAME=value`, so that BuildKit reads the same value.
import type { Pair } from './model.ts';

/** The new text of the whole pair; `null` when it spans lines or its quotes do not close. */
export function equalsForm(source: string, pair: Pair, escapeChar: string): string | null {
  if (!pair.value) return null;
  const name = source.slice(pair.name.range.start, pair.name.range.end);
  const raw = source.slice(pair.value.range.start, pair.value.range.end);
  if (source.slice(pair.range.start, pair.range.end).includes('\n')) return null;
  const blanks = bareBlanks(raw, escapeChar);
  if (!blanks) return null;
  if (blanks.length === 0) return `${name}=${raw}`;
  if (!/["']/.test(raw) && !raw.includes(escapeChar)) return `${name}="${raw}"`;
  return `${name}=${blanks.reduceRight((text, at) => `${text.slice(0, at)}${escapeChar}${text.slice(at)}`, raw)}`;
}

/** Offsets of blanks outside of quotes that are not escaped; `null` when a quote does not close. */
function bareBlanks(text: string, escapeChar: string): number[] | null {
  const found: number[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === escapeChar && quote !== "'") at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (/\s/.test(char)) found.push(at);
  }
  return quote === '' ? found : null;
}
