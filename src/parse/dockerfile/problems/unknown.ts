// Instructions that do not exist.
import type { DockerfileView } from '../dockerfile.ts';
import type { Instruction } from '../model.ts';
import { quote, type Report } from './report.ts';

/** `reportFor`: BuildKit reads a trigger when an image is built on this one, and stops there. */
export function checkUnknown(file: DockerfileView, reportFor: (instruction: Instruction) => Report): void {
  for (const { instruction, nearest } of file.unknown) {
    const word = file.source.text.slice(instruction.keywordRange.start, instruction.keywordRange.end);
    const hint = nearest
      ? `Did you mean ${nearest}?`
      : 'If it belongs to the line above, end that line with the escape character.';
    reportFor(instruction)('unknown-instruction', instruction.keywordRange, `${quote(word)} is no Dockerfile instruction.`, hint);
  }
}
