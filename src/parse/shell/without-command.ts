// The range that goes when one command of a list is taken out together with the operator that joins it.
import type { Range } from '../../model.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import type { Command } from './model.ts';

const MAX_COMMANDS = 500;

/** `null` where it is the only one, stands in a block or pipe, or has a comment beside it. */
export function withoutCommand(file: Dockerfile, command: Command): Range | null {
  const { instruction: run, before, wrappers } = command;
  const outer = wrappers[0] ?? command;
  if (run.commands.length > MAX_COMMANDS) return null;
  const top = run.commands.filter((one) => one.depth === 0 && one.wrappers.length === 0);
  const at = top.indexOf(outer);
  const previous = top[at - 1];
  const next = top[at + 1];
  if (at < 0 || !command.exact || command.pipedTo || command.pipedFrom || run.commands.some(({ parent }) => parent === command))
    return null;
  if (next && next.before !== '&&' && next.before !== ';') return null;
  if (before !== null && before !== '&&' && before !== ';') return null;
  const range = onOwnLines(file, command) ?? besideOthers(run.commands, command, outer, previous, next);
  if (!range || range.start >= range.end || range.start < run.arguments.start) return null;
  return file.source.text.slice(range.start, range.end).includes('#') ? null : range;
}

/** Its lines, where they begin with its operator and end with a continuation. */
function onOwnLines(file: Dockerfile, { beforeRange, range }: Command): Range | null {
  const { text } = file.source;
  if (!beforeRange || beforeRange.start === beforeRange.end) return null;
  const start = text.lastIndexOf('\n', beforeRange.start - 1) + 1;
  const end = text.indexOf('\n', range.end);
  if (end < 0 || text.slice(start, beforeRange.start).trim() !== '' || text.slice(range.end, end).trim() !== file.escape)
    return null;
  return { start, end: end + 1 };
}

/** With the operator in front of it; the first one with the operator behind it. */
function besideOthers(
  commands: readonly Command[],
  { beforeRange, range }: Command,
  outer: Command,
  previous: Command | undefined,
  next: Command | undefined,
): Range | null {
  if (previous && beforeRange) return { start: endOf(commands, beforeRange.start), end: range.end };
  const joined = next?.beforeRange && next.beforeRange.start < next.beforeRange.end;
  return joined ? { start: outer.range.start, end: next.range.start } : null;
}

/** Where the last command in front of an operator ends. */
const endOf = (commands: readonly Command[], operator: number): number =>
  Math.max(-1, ...commands.map(({ range }) => range.end).filter((end) => end <= operator));
