// The lines that an instruction occupies, for fixes that take it away or put something in front of it.
import type { Range } from '../../model.ts';
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
