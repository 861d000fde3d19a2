// FROM and the order of instructions: its form, stage names, what stands outside of any stage.
import type { DockerfileView } from '../dockerfile.ts';
import { INSTRUCTIONS } from '../keywords.ts';
import { type Check, quote, type Report } from './report.ts';

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;

export const checkFrom: Check = (instruction, report) => {
  if (instruction.keyword !== 'FROM') return;
  const [image, as, name] = instruction.words;
  if (!image) {
    report(
      'missing-argument',
      instruction.keywordRange,
      'FROM names no image.',
      'Write FROM <image>, or FROM scratch for an empty one.',
    );
    return;
  }
  if (instruction.words.length > 1 && !(instruction.words.length === 3 && as?.text.toLowerCase() === 'as')) {
    report(
      'invalid-from',
      instruction.arguments,
      `FROM takes an image, or an image AS a name, not ${quote(instruction.text)}.`,
      'Write FROM <image> AS <name>.',
    );
  } else if (name && !STAGE_NAME.test(name.text.toLowerCase())) {
    const hint = 'Begin with a letter; use letters, digits, "-", "_" and ".".';
    report('invalid-stage-name', name.range, `${quote(name.text)} is no name for a stage.`, hint);
  }
};

/** Only ARG may stand before the first FROM, and there must be one. */
export function checkOrder(file: DockerfileView, report: Report): void {
  for (const instruction of file.all) {
    if (instruction.stage) return;
    if (instruction.keyword === 'ARG' || !INSTRUCTIONS.has(instruction.keyword)) continue;
    const message = `${instruction.keyword} stands before the first FROM, where only ARG may.`;
    report('no-stage', instruction.keywordRange, message, 'Move it behind a FROM, or begin the file with one.');
  }
  const last = file.all.at(-1);
  if (last?.keyword === 'ARG')
    report('no-stage', last.range, 'The file has no FROM, so there is nothing to build.', 'Add FROM <image>.');
}
