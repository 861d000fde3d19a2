// Shell patterns (`*`, `?`) inside `${NAME#pattern}`, `${NAME%pattern}` and `${NAME/pattern/…}`.
import type { Range } from '../../model.ts';

/** More than this is not worth its time on hostile text: it counts as unknown. */
const MAX_VALUE = 1024;
const MAX_STARS = 2;

/** Where the pattern matches; `null`: nowhere; `undefined`: not decided (malformed, or beyond the limits). */
export function matchPattern(
  pattern: string,
  value: string,
  where: 'prefix' | 'suffix' | 'anywhere',
  greedy: boolean,
): Range | null | undefined {
  const source = toRegex(pattern, greedy);
  if (source === undefined || value.length > MAX_VALUE) return undefined;
  if (where !== 'suffix') return rangeOf(new RegExp(where === 'prefix' ? `^(?:${source})` : source).exec(value));
  const whole = new RegExp(`^(?:${source})$`);
  const starts = Array.from({ length: value.length + 1 }, (_, index) => index);
  const start = (greedy ? starts : starts.reverse()).find((from) => whole.test(value.slice(from)));
  return start === undefined ? null : { start, end: value.length };
}

function rangeOf(match: RegExpExecArray | null): Range | null {
  return match && { start: match.index, end: match.index + match[0].length };
}

function toRegex(pattern: string, greedy: boolean): string | undefined {
  let source = '';
  let stars = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === '*') {
      stars++;
      source += greedy ? '.*' : '.*?';
    } else if (char === '?') source += '.';
    else if (char === '\\') {
      const next = pattern.charAt(++at);
      if (next === '}' || next === '/') source += next === '/' ? '\\/' : '\\}';
      else if (next === '*' || next === '?' || next === '\\') source += `\\${next}`;
      else return undefined;
    } else source += literal(char);
  }
  return stars > MAX_STARS ? undefined : source;
}

const literal = (char: string) => (/[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char);
