// Removes quotes and escapes from a word; variables stay as they are written.

/** The word as it stands when a quote is not closed. */
export function unquote(text: string, escapeChar: string): string {
  if (!(text.includes('"') || text.includes("'") || text.includes(escapeChar))) return text;
  let value = '';
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === "'") {
      if (char === quote) quote = '';
      else value += char;
    } else if (char === quote && quote !== '') quote = '';
    else if (char === escapeChar) {
      const next = text.charAt(at + 1);
      const literal = quote === '"' && next !== '"' && next !== '$' && next !== escapeChar;
      if (literal) value += char;
      else {
        value += next;
        at++;
      }
    } else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else value += char;
  }
  return quote === '' ? value : text;
}
