// The lines that an instruction occupies, for fixes that take it away or put something in front of it.
import type { Range } from '../../model.ts';
import { lineEnd } from '../../text.ts';
import type { Dockerfile, Instruction } from './model.ts';

/** From the start of its first line to the end of its last one, line end included. */
export function wholeLines(file: Dockerfile, instruction: Instruction): Range {
  const start = file.starts[instruction.startLine - 1] ?? instruction.range.start;
  return { start, end: file.starts[instruction.endLine] ?? file.source.text.length };
}

/** What stands in front of the keyword on its line. */
export function indentation(file: Dockerfile, instruction: Instruction): string {
  return file.source.text.slice(file.starts[instruction.startLine - 1], instruction.range.start);
}

/** Lines to take away: when empty lines stand on both sides, the one behind goes, too; from an end without line end the one in front goes. */
export function takenAway(file: Dockerfile, lines: Range): Range {
  const { text } = file.source;
  if (lines.end === text.length && lines.start > 0 && !text.endsWith('\n'))
    return { start: lines.start - lineEnd(text).length, end: lines.end };
  const before = text.slice(0, lines.start).slice(-4);
  const after = /^[ \t]*\r?\n/.exec(text.slice(lines.end, lines.end + 100))?.[0] ?? '';
  return /^(?:\r?\n)?$|\n\r?\n$/.test(before) && after !== '' ? { start: lines.start, end: lines.end + after.length } : lines;
}
