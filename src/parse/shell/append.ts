// Where and how one more command is put at the end of a RUN, in the style in which its commands are joined.
import type { Range } from '../../model.ts';
import { lineEnd } from '../../text.ts';
import type { Dockerfile, Heredoc, Instruction } from '../dockerfile/model.ts';
import { andThen } from './list-style.ts';

export interface Appended {
  readonly range: Range;
  readonly text: string;
}

/** `null` where it cannot be done without reading more into the script. */
export function appendCommand(file: Dockerfile, instruction: Instruction, command: string): Appended | null {
  const script = instruction.shell;
  const last = script?.commands.at(-1);
  if (!script || !last?.exact || script.cut || script.problems.length > 0) return null;
  const [heredoc] = instruction.heredocs;
  if (heredoc) return instruction.heredocs.length === 1 ? inHeredoc(file, instruction, heredoc, command) : null;
  const { text } = file.source;
  const at = instruction.arguments.end;
  const rest = text.slice(Math.max(...script.commands.map((one) => one.range.end)), at);
  if (/[#&|]/.test(rest)) return null;
  const ends = /;\s*$/.test(rest);
  const glue = lastGlue(file, instruction);
  const operator = glue.operator === ';' && stopsAtErrors(instruction) ? ';' : '&&';
  const onLines = /\n/.test(glue.before + glue.after) ? `${glue.before}&&${glue.after}` : andThen(file, instruction);
  const joined = ends ? `${glue.after}${command};` : `${operator === ';' ? `;${glue.after}` : onLines}${command}`;
  return ends && operator === '&&' ? null : { range: { start: at, end: at }, text: joined };
}

function inHeredoc(file: Dockerfile, instruction: Instruction, heredoc: Heredoc, command: string): Appended | null {
  const last = instruction.shell?.commands.at(-1);
  if (!last || !heredoc.end || last.depth > 0) return null;
  const { text } = file.source;
  const { end } = heredoc.body;
  // On a line of its own it would hide that the last command failed.
  if (!stopsAtErrors(instruction)) {
    const at = last.range.end;
    return text.slice(at, end).trim() === '' ? { range: { start: at, end: at }, text: ` && ${command}` } : null;
  }
  const line = text.slice(text.lastIndexOf('\n', last.range.start) + 1, last.range.start);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return { range: { start: end, end }, text: `${indent}${command}${lineEnd(text)}` };
}

interface Glue {
  readonly operator: string;
  readonly before: string;
  readonly after: string;
}

/** How the last two commands of the list are joined, comments left out. */
function lastGlue(file: Dockerfile, instruction: Instruction): Glue {
  const { text } = file.source;
  const commands = instruction.shell?.commands ?? [];
  const joined = commands.filter(
    ({ depth, before, beforeRange }) => depth === 0 && beforeRange && (before === '&&' || before === ';'),
  );
  const range = joined.at(-1)?.beforeRange;
  const next = joined.find((one) => one.beforeRange?.start === range?.start);
  if (!range || !next || range.start === range.end) return { operator: '', before: ' ', after: ' ' };
  const ends = commands.map((one) => one.range.end).filter((end) => end <= range.start);
  const before = withoutComments(text.slice(Math.max(instruction.arguments.start, ...ends), range.start));
  const after = withoutComments(text.slice(range.end, next.range.start));
  return {
    operator: text.slice(range.start, range.end),
    before: isBlank(before) ? before : ' ',
    after: isBlank(after) && after !== '' ? after : ' ',
  };
}

const isBlank = (text: string) => /^[\s\\`]*$/.test(text);

function withoutComments(text: string): string {
  const lines = text.split('\n');
  const blank = /^\s*(?:#|$)/;
  return lines.filter((line, i) => i === 0 || i === lines.length - 1 || !blank.test(line)).join('\n');
}

function stopsAtErrors(instruction: Instruction): boolean {
  const options = [...instruction.interpreter.words, ...setOptions(instruction)];
  return options.some((word) => /^-[a-z]*e/.test(word));
}

const setOptions = (instruction: Instruction): string[] =>
  (instruction.shell?.commands ?? [])
    .filter(({ name, depth }) => name === 'set' && depth === 0)
    .flatMap(({ args }) => args.map((arg) => arg.value ?? ''));
