// Commands, mounts and labels of one instruction that share a line, and the edits that give each a line of its own.
import type { Range } from '../../model.ts';
import { lineEnd } from '../../text.ts';
import { andThen, behindAnd, onOwnLines } from '../shell/list-style.ts';
import type { Dockerfile, Instruction } from './model.ts';

interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

export function ownLines(file: Dockerfile, instruction: Instruction): TextEdit[] {
  const { keyword, pairs, flags, heredocs } = instruction;
  const mounts = keyword === 'RUN' ? flags.filter(({ name }) => name === 'mount') : [];
  const first = mounts.length > 1 ? instruction.words[0]?.range : undefined;
  const parts =
    keyword === 'LABEL' && pairs.every(({ legacy }) => !legacy)
      ? pairs.map(({ range }) => range)
      : mounts.map(({ range }) => range);
  if (first && heredocs.length === 0) parts.push(first);
  const edits = parts.length > 1 ? apart(file, instruction, parts) : [];
  return [...edits, ...onOwnLines(file, instruction, behindAnd(instruction)), ...alternatives(file, instruction)];
}

/** Puts each of these parts, from the second on, on a line of its own where it shares one. */
function apart(file: Dockerfile, { startLine, range: { start } }: Instruction, parts: readonly Range[]): TextEdit[] {
  const { text } = file.source;
  const indent = `${text.slice(file.starts[startLine - 1], start)}    `;
  return parts.slice(1).flatMap((part, i) => {
    const range = { start: parts[i]?.end ?? part.start, end: part.start };
    return /^[ \t]+$/.test(text.slice(range.start, range.end))
      ? [{ range, text: ` ${file.escape}${lineEnd(text)}${indent}` }]
      : [];
  });
}

/** The commands behind `||`, as those behind `&&`. */
function alternatives(file: Dockerfile, instruction: Instruction): TextEdit[] {
  const { shell, heredocs, json, onbuild } = instruction;
  if (!shell || shell.cut || shell.problems.length > 0 || heredocs.length > 0 || json || onbuild) return [];
  const joint = andThen(file, instruction).replace('&&', '||');
  return shell.commands.flatMap(({ depth, parent, before, beforeRange, exact, range: { start: end } }) => {
    if (depth !== 0 || parent !== null || before !== '||' || !beforeRange || !exact) return [];
    let { start } = beforeRange;
    while (/[ \t]/.test(file.source.text.charAt(start - 1))) start--;
    const between = file.source.text.slice(beforeRange.end, end);
    return /[\r\n]/.test(file.source.text.charAt(start - 1)) || between.trim() !== '' || between.includes('\n')
      ? []
      : [{ range: { start, end }, text: joint }];
  });
}
