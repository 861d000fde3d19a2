// The lines that go when a stage that nothing needs is taken away, with those of the stages that are made of it.
import type { Range } from '../../model.ts';
import type { Dockerfile, Stage } from './model.ts';
import { reachableStages } from './reachable.ts';
import { takenAway, wholeLines } from './whole-lines.ts';

/** So many are told apart; of more nobody knows by heart what they are for. */
const MAX_STAGES = 50;

/** `unneeded`: stages that the wanted one does not reach. `null` where a comment in or right above them explains something. */
export function stageRemoval(file: Dockerfile, stage: Stage, unneeded: readonly Stage[]): Range[] | null {
  if (unneeded.length > MAX_STAGES) return null;
  const ranges = unneeded
    .filter((other) => other === stage || reachableStages(file, other).has(stage))
    .map((other) => linesOf(file, other));
  return ranges.every((range) => range !== null) ? ranges : null;
}

function linesOf(file: Dockerfile, { from, instructions }: Stage): Range | null {
  const last = instructions.at(-1) ?? from;
  const previous = file.all[file.all.indexOf(from) - 1];
  const above = previous ? previous.range.end : (file.directives.at(-1)?.range.end ?? 0);
  const lines = takenAway(file, { start: wholeLines(file, from).start, end: wholeLines(file, last).end });
  return /^[ \t]*#/m.test(file.source.text.slice(above, lines.end)) ? null : lines;
}
