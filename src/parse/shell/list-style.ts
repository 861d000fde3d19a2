// Lists of commands joined with `&&` alone, as text that may be joined or put on several lines.
import type { Range } from '../../model.ts';
import { lineEnd } from '../../text.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Command } from './model.ts';

const MAX_INDENT = 100;
/** What changes the shell for the commands behind it: one more RUN would not see it. */
const LASTING =
  /^(?:cd|pushd|popd|export|unset|set|shopt|source|\.|umask|ulimit|alias|trap|exec|exit|return|read|eval|local|declare|readonly|)$/;

/** Operators behind which `&&` goes on with the whole: `a; b && c` runs `c` where `a; b` succeeds, and so does `a || b && c`. */
const IN_FRONT = /^(?:&&|\||\|\||;)$/;
const ALL = /^(?:&&|\|)$/;

/** The commands at the top of a RUN, when nothing but `&&` and pipes joins them and none changes the shell; `null` otherwise. */
export const plainList = (run: Instruction): readonly Command[] | null => listOf(run, ALL);

/** The same of what one more command may follow with `&&`. */
export const openList = (run: Instruction): readonly Command[] | null => listOf(run, IN_FRONT);

function listOf({ shell, heredocs, json, onbuild, text }: Instruction, joints: RegExp): readonly Command[] | null {
  if (!shell || shell.cut || shell.problems.length > 0 || heredocs.length > 0 || json || onbuild || /[;&|\\`#]\s*$/.test(text))
    return null;
  const top = shell.commands.filter(({ depth, parent }) => depth === 0 && parent === null);
  const joined = top.every(
    ({ before, beforeRange, exact }) => exact && (before === null || (joints.test(before) && beforeRange !== null)),
  );
  const lasting = top.some(
    ({ name, redirects }) => LASTING.test(name) || redirects.some(({ operator }) => operator.startsWith('<<')),
  );
  return top.length > 0 && joined && !lasting && !/^[({]|^(?:if|for|while|until|case)\b/.test(text) ? top : null;
}

/** The commands at the top of a RUN that begin behind `&&`: a line may end in front of each, whatever else joins the others or changes the shell. */
export function behindAnd({ shell, heredocs, json, onbuild, text }: Instruction): readonly Command[] {
  if (!shell || shell.cut || shell.problems.length > 0 || heredocs.length > 0 || json || onbuild || /[&|\\`#]\s*$/.test(text))
    return [];
  return shell.commands.filter(
    ({ depth, parent, before, beforeRange, exact }) => depth === 0 && parent === null && before === '&&' && beforeRange && exact,
  );
}

/** What joins one more command to a list: on a line of its own, so that a diff shows it alone; in a heredoc lines end commands. */
export function andThen(file: Dockerfile, { startLine, heredocs }: Pick<Instruction, 'startLine' | 'heredocs'>): string {
  const { text } = file.source;
  const indent = /^[ \t]*/.exec(text.slice(file.starts[startLine - 1]).slice(0, MAX_INDENT))?.[0] ?? '';
  return heredocs.length > 0 ? ' && ' : ` ${file.escape}${lineEnd(text)}${indent}    && `;
}

/** Puts each command that follows an `&&` on the same line on a line of its own. */
export function onOwnLines(file: Dockerfile, run: Instruction, commands: readonly Command[]): { range: Range; text: string }[] {
  const { text } = file.source;
  const joint = andThen(file, run);
  return commands.flatMap(({ before, beforeRange, range }) => {
    if (before !== '&&' || !beforeRange) return [];
    let { start } = beforeRange;
    while (/[ \t]/.test(text.charAt(start - 1))) start--;
    const between = text.slice(beforeRange.end, range.start);
    if (/^[\r\n]?$/.test(text.charAt(start - 1)) || between.trim() !== '' || between.includes('\n')) return [];
    return [{ range: { start, end: range.start }, text: joint }];
  });
}
