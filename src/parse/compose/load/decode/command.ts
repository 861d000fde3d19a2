// A command line as Compose cuts it into words when it is written as one string; no shell is involved.
// https://github.com/mattn/go-shellwords

/** `null`: quotes or brackets are not closed. What follows `;`, `&`, `|`, `<`, `>` is dropped, as Compose does. */
export function shellWords(line: string): string[] | null {
  const words: string[] = [];
  let word = '';
  let started = false;
  let escaped = false;
  let quote: '"' | "'" | '`' | ')' | '' = '';
  for (const char of line) {
    if (escaped) {
      word += char;
      escaped = false;
      started = true;
    } else if (char === '\\') {
      if (quote === "'") word += char;
      else escaped = true;
    } else if (/[ \t\r\n]/.test(char)) {
      if (quote) word += char;
      else if (started) {
        words.push(word);
        word = '';
        started = false;
      }
    } else if ((char === '"' || char === "'") && (quote === '' || quote === char || quote === '`')) {
      // Quotes inside of backticks pair up without hiding them.
      if (quote === '`') continue;
      if (quote === char) started = true;
      quote = quote === char ? '' : char;
    } else if (char === '`' && (quote === '' || quote === '`')) {
      quote = quote === '`' ? '' : '`';
      word += char;
      started = true;
    } else if (char === ')' && (quote === '' || quote === ')')) {
      quote = quote === ')' ? '' : ')';
      word += char;
      started = true;
    } else if (char === '(' && (quote === '' || quote === ')')) {
      if (quote === ')' || !word.endsWith('$')) return null;
      quote = ')';
      word += char;
    } else if (/[;&|<>]/.test(char) && quote === '') {
      if (char === '>' && /^[0-9]/.test(word)) started = false;
      break;
    } else {
      word += char;
      started = true;
    }
  }
  if (started) words.push(word);
  return escaped || quote ? null : words;
}
