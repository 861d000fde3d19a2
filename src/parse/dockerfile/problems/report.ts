// How a check tells what it found.
import type { Range } from '../../../model.ts';
import type { Expandable, Expansion } from '../expand.ts';
import type { InstructionNode } from '../instruction.ts';
import type { SyntaxProblem } from '../model.ts';

/** A check of one instruction. `evaluate` gives a text of it as a build has it that passes no arguments. */
export type Check = (instruction: InstructionNode, report: Report, evaluate: Evaluate) => void;
export type Evaluate = (text: string | Expandable) => Expansion;
export type Report = (code: string, range: Range, message: string, hint?: string, meant?: SyntaxProblem['meant']) => void;

export function reporter(problems: SyntaxProblem[]): Report {
  return (code, range, message, hint, meant) =>
    problems.push({ code, range, message, ...(hint !== undefined && { hint }), ...(meant && { meant }) });
}

const MAX_QUOTE = 60;

/** A piece of the file in a message: on one line, and cut to a length that can be read. */
export function quote(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ');
  return `"${line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE)}…` : line}"`;
}
