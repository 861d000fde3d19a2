// RUNs whose commands hang together: how many there are.
import type { Command } from '../shell/model.ts';
import type { Instruction } from './model.ts';

/** The commands at the top of a RUN in shell form, one after the other; none where any goes on beside the others. */
export function chained({ shell, heredocs, json }: Instruction): readonly Command[] {
  if (!shell || shell.problems.length > 0 || heredocs.length > 0 || json) return [];
  const top = shell.commands.filter(
    ({ depth, parent, wrappers, before }) => depth === 0 && parent === null && wrappers.length === 0 && before !== '|',
  );
  return top.every(({ before }, i) => (i === 0 ? before === null : before === '&&' || before === '||' || before === ';'))
    ? top
    : [];
}

/** Rows of RUNs with nothing but comments between them and the same flags; those alone are rows of one. */
export function runRows(instructions: readonly Instruction[]): Instruction[][] {
  const rows: Instruction[][] = [];
  const flags = ({ flags: list }: Instruction) => list.map(({ name, value }) => `${name}=${value}`).join(' ');
  for (const [i, run] of instructions.entries()) {
    if (run.keyword !== 'RUN') continue;
    const before = instructions[i - 1];
    const row = rows.at(-1);
    if (row && before?.keyword === 'RUN' && row.at(-1) === before && flags(before) === flags(run)) row.push(run);
    else rows.push([run]);
  }
  return rows;
}
