// The commands of a RUN that each stand on one line as a whole, and how long they are.
import type { Range } from '../../model.ts';
import { lineIndex } from '../../text.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Command } from './model.ts';

export interface LineOfCommand {
  /** With the pipes behind it, from its first word to its last. */
  readonly range: Range;
  readonly words: number;
  /** Without options that make it quiet, strict or small. */
  readonly length: number;
}

/** What other rules ask for: no line is too long because of it. */
const ASKED =
  /(?:^| )(?:--no-install-recommends|--no-cache-dir|--no-cache|--no-dev|--proto '=https'|--proto|-nv|-[qfLy]|-u 10001|SECRET_KEY_BASE_DUMMY=1)(?= |$)/g;

/** Commands at the top, pipes as one. */
export function commandLines(file: Dockerfile, { commands, range: { end } }: Instruction): LineOfCommand[] {
  const { starts, source } = file;
  const begun = commands.filter(isBegun);
  const ends = lastEnds(commands, begun);
  return begun.flatMap((command, i) => {
    const range = { start: command.range.start, end: Math.min(ends[i] ?? end, end) };
    if (lineIndex(starts, range.start) !== lineIndex(starts, Math.max(range.start, range.end - 1))) return [];
    const text = source.text.slice(range.start, range.end);
    return [{ range, words: text.split(/\s+/).length, length: text.replace(ASKED, '').length }];
  });
}

/** Not what a pipe goes on with, and not what a wrapper such as `sudo` runs. */
export const isBegun = ({ depth, parent, wrappers, before }: Command): boolean =>
  depth === 0 && parent === null && wrappers.length === 0 && before !== '|';

/** Where all that belongs to each begun command ends; both lists are in the order of the text. */
function lastEnds(commands: readonly Command[], begun: readonly Command[]): number[] {
  const ends: number[] = [];
  let at = -1;
  for (const command of commands) {
    if (command === begun[at + 1]) at++;
    if (at >= 0) ends[at] = Math.max(ends[at] ?? 0, command.range.end);
  }
  return ends;
}
