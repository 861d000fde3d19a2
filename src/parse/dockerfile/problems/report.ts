// How a check tells what it found.
import type { Range } from '../../../model.ts';
import type { Expandable, Expansion } from '../expand.ts';
import type { InstructionNode } from '../instruction.ts';
import type { Instruction, SyntaxProblem } from '../model.ts';

/** A check of one instruction. `evaluate` gives a text of it as the build has it. */
export type Check = (instruction: InstructionNode, report: Report, evaluate: Evaluate, build: Build) => void;

/** A build without arguments. */
export interface Build {
  /** Nothing around the file says anything either: base images set nothing, the machine is linux/amd64, no context is given by name. */
  readonly isPlain: boolean;
  /** Some stage begins with an image of Windows, so that all do that name no platform. */
  readonly windows: boolean;
  evaluate(text: string | Expandable, at: Instruction): Expansion;
}
export type Evaluate = (text: string | Expandable) => Expansion;
export type Report = (code: string, range: Range, message: string, hint?: string, meant?: SyntaxProblem['meant']) => void;

/** `later`: of what a build on this image stops at. */
export function reporter(problems: SyntaxProblem[], later = false): Report {
  return (code, range, message, hint, meant) =>
    problems.push({
      code,
      range,
      message,
      ...(hint !== undefined && { hint }),
      ...(meant && { meant }),
      ...(later && { later }),
    });
}

const MAX_QUOTE = 60;

/** A piece of the file in a message: on one line, and cut to a length that can be read. */
export function quote(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').replaceAll('`', "'");
  return `\`${line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE)}…` : line}\``;
}
