// Variables in Compose values: whether there are any, and what holds when nothing sets them.
// https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NESTING = 20;

/** Whether the environment decides what this is: it holds `$NAME` or `${…}`; `$$` stands for a dollar sign. */
export function isInterpolated(text: string): boolean {
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 2)) {
    if (/[A-Za-z_{]/.test(text.charAt(at + 1))) return true;
  }
  return false;
}

/** Offset after the `}` that closes the `${` at `start`, or the text's end. */
export function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text.startsWith('${', at)) depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** The value when no variable is set and every one has a default (`${PORT:-80}`), `$$` read as `$`; else `undefined`. */
export function defaultOf(text: string, nesting = 0): string | undefined {
  let result = '';
  let at = 0;
  for (;;) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return result + text.slice(at);
    result += text.slice(at, dollar);
    const next = text.charAt(dollar + 1);
    if (next === '{') {
      const end = closingBrace(text, dollar);
      const value = nesting < NESTING ? braced(text.slice(dollar + 2, end - 1), nesting) : undefined;
      if (value === undefined) return undefined;
      result += value;
      at = end;
    } else if (/[A-Za-z_]/.test(next)) return undefined;
    else {
      result += '$';
      at = dollar + (next === '$' ? 2 : 1);
    }
  }
}

function braced(inside: string, nesting: number): string | undefined {
  NAME.lastIndex = 0;
  const name = NAME.exec(inside)?.[0] ?? '';
  const rest = inside.slice(name.length);
  if (name === '') return undefined;
  if (rest.startsWith(':-')) return defaultOf(rest.slice(2), nesting + 1);
  if (rest.startsWith('-')) return defaultOf(rest.slice(1), nesting + 1);
  // `+` gives its text only when the variable is set.
  return rest.startsWith(':+') || rest.startsWith('+') ? '' : undefined;
}
