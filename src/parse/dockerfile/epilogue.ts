// The end of a stage that only says how its container runs, and the place in front of it for one more line.
import type { Range } from '../../model.ts';
import { lineEnd } from '../../text.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';
import { indentation, wholeLines } from './whole-lines.ts';

/** In their usual order. */
export const EPILOGUE: readonly string[] = ['STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'];

/** The index of its first instruction; how many there are where something else stands last. */
export const epilogueStart = ({ instructions }: Stage): number =>
  instructions.findLastIndex(({ keyword }) => !EPILOGUE.includes(keyword)) + 1;

/** The edit that puts an instruction in front of it. */
export function aboveEpilogue(file: Dockerfile, stage: Stage, line: string): { range: Range; text: string } {
  const eol = lineEnd(file.source.text);
  const first: Instruction | undefined = stage.instructions[epilogueStart(stage)];
  if (!first) {
    const { end } = (stage.instructions.at(-1) ?? stage.from).range;
    return { range: { start: end, end }, text: eol + line };
  }
  const { start } = wholeLines(file, first);
  return { range: { start, end: start }, text: indentation(file, first) + line + eol };
}
