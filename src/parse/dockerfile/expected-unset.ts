// Whether an instruction is ready for a variable that is not set.
import type { Dockerfile, UndefinedVariable } from './model.ts';

/** Lists in which an empty entry means the current folder; in others, such as MANPATH, it is harmless or stands for the default. */
const EMPTY_IS_HERE = /^(?:LD_LIBRARY_PATH|LIBRARY_PATH|PYTHONPATH|CLASSPATH|CPATH)$/;

/** `${NAME:-default}` is ready for it, and so is a list that puts itself at its end. */
export function isExpectedUnset({ source }: Dockerfile, { name, range, instruction }: UndefinedVariable): boolean {
  const rest = source.text.slice(range.end, range.end + 2);
  if (/^:?[-+?]/.test(rest) && source.text.startsWith('${', range.start)) return true;
  const extended = instruction.pairs.some(
    (pair) => pair.name.value === name && pair.range.end >= range.end && pair.range.start <= range.start,
  );
  return extended && !EMPTY_IS_HERE.test(name);
}
