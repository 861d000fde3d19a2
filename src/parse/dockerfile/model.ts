// What a Dockerfile says, as BuildKit reads it, every part with its place in the text.
import type { Range, SourceFile } from '../../model.ts';
import type { ImageRef } from '../image.ts';
import type { Command, Script, Shell } from '../shell/model.ts';

export interface Dockerfile {
  readonly kind: 'dockerfile';
  readonly path: string;
  readonly source: SourceFile;
  /** Start offset of every line. */
  readonly starts: readonly number[];
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Every comment line, also those inside continuations; directives are not among them. */
  readonly comments: readonly Comment[];
  /** All that BuildKit refuses, in the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  /** What it refuses besides, unless the base image, the platform or a context that the build is given says otherwise. */
  readonly conditionalProblems: readonly SyntaxProblem[];
  /** Instructions that do not exist; each has its problem (`unknown-instruction`), too. */
  readonly unknown: readonly UnknownInstruction[];
  /** Variables in use that no ARG or ENV in front names. */
  readonly undefinedVariables: readonly UndefinedVariable[];
  readonly all: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** Instructions of these keywords, in order. What an ONBUILD triggers is reached through `trigger` only. */
  instructions(...keywords: string[]): readonly Instruction[];
  /** Commands of every RUN (shell, exec and heredoc form, behind ONBUILD, too) by basename; without names all of them. */
  commands(...names: string[]): readonly Command[];
  /** The stage that an offset lies in; `null` before the first FROM. */
  stageAt(offset: number): Stage | null;
  /** The instruction that an offset lies in; `null` between instructions. */
  instructionAt(offset: number): Instruction | null;
  /** Text with its `$NAME` and `${NAME…}` replaced as they stand at an instruction; `null` when it depends on something unknown. */
  expand(text: string, at: Instruction): string | null;
  /** What a finding there is about, stable under moves: stage, keyword, words. */
  subject(range: Range): string;
  /** Lets go of all that was read for earlier questions: who asks again waits again. Many files at once would fill the memory. */
  forget(): void;
}

export interface Directive {
  readonly name: 'syntax' | 'escape' | 'check';
  readonly value: string;
  readonly valueRange: Range;
  readonly range: Range;
}

export interface Comment {
  /** From `#` to the end of the line, without the line end. */
  readonly range: Range;
  /** Without `#` and blanks around. */
  readonly text: string;
}

export interface SyntaxProblem {
  /** Short kebab-case word: `unknown-instruction`, `unknown-flag`, `missing-argument` … */
  readonly code: string;
  readonly range: Range;
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
  /** This file is taken: each build of another one on its image stops. */
  readonly later?: boolean;
  /** What was most likely meant in some place. */
  readonly meant?: { readonly range: Range; readonly text: string };
}

export interface UnknownInstruction {
  readonly instruction: Instruction;
  /** The known instruction that was probably meant, in upper case. */
  readonly nearest: string | null;
}

export interface UndefinedVariable {
  readonly name: string;
  /** `$NAME`, or `${NAME` without what follows. */
  readonly range: Range;
  readonly instruction: Instruction;
  /** The base image may set it: what that sets is not known here. */
  readonly baseMaySet: boolean;
}

export interface Word {
  readonly range: Range;
  /** As written; continuations and the comments between them are gone. */
  readonly text: string;
  /** Without quotes and escapes; variables stay as they are written. */
  readonly value: string;
}

export interface Flag {
  /** Without `--`. */
  readonly name: string;
  readonly nameRange: Range;
  /** `null` without `=`. */
  readonly value: string | null;
  readonly valueRange: Range | null;
  readonly range: Range;
}

/** `NAME=value` of ENV, LABEL and ARG. */
export interface Pair {
  readonly name: Word;
  /** `null` for an ARG without default. */
  readonly value: Word | null;
  /** `ENV NAME value`, without `=`. */
  readonly legacy: boolean;
  readonly range: Range;
}

export interface Heredoc {
  readonly name: string;
  /** Variables in the body are replaced, because the name is not quoted. */
  readonly expand: boolean;
  /** `<<-`: leading tabs do not count. */
  readonly stripTabs: boolean;
  /** The `<<NAME` word. */
  readonly word: Range;
  /** Whole lines between, with their line ends. */
  readonly body: Range;
  /** The closing name; `null` when the file ends before it. */
  readonly end: Range | null;
}

export interface Instruction {
  /** Upper case. */
  readonly keyword: string;
  readonly keywordRange: Range;
  /** From the keyword to the end of the last line (heredocs included), without the line end. */
  readonly range: Range;
  /** From 1. */
  readonly startLine: number;
  readonly endLine: number;
  readonly flags: readonly Flag[];
  flag(name: string): Flag | null;
  /** What follows keyword and flags, without blanks around; heredoc bodies are not part of it. */
  readonly arguments: Range;
  /** The text of that, continuations and comments between gone. */
  readonly text: string;
  /** The arguments split at blanks, quotes respected. */
  readonly words: readonly Word[];
  /** Elements of the exec (JSON) form; `null` in shell form. */
  readonly json: readonly Word[] | null;
  readonly pairs: readonly Pair[];
  readonly heredocs: readonly Heredoc[];
  /** Comment lines inside of it. */
  readonly comments: readonly Comment[];
  /** Empty lines among its continued lines, with their line ends. */
  readonly emptyLines: readonly Range[];
  /** `null` before the first FROM. A FROM belongs to the stage that it begins. */
  readonly stage: Stage | null;
  /** What an ONBUILD will run. */
  readonly trigger: Instruction | null;
  /** The ONBUILD of which this is the trigger. */
  readonly onbuild: Instruction | null;
  /** The shell that runs shell forms here. */
  readonly interpreter: Shell;
  /** RUN, CMD, ENTRYPOINT, HEALTHCHECK CMD in shell form, and heredoc bodies of RUN; `null` otherwise and for a shell that is not POSIX. */
  readonly shell: Script | null;
  /** What it runs, in either form. */
  readonly commands: readonly Command[];
}

export interface Stage {
  readonly index: number;
  readonly name: Word | null;
  readonly from: Instruction;
  /** The image as written; `null` when it is missing. */
  readonly image: Word | null;
  /** After expansion by the defaults of global ARGs; `null` when it is not known, invalid, `scratch` or an earlier stage. */
  readonly ref: ImageRef | null;
  /** The earlier stage that it builds on. */
  readonly base: Stage | null;
  readonly platform: Flag | null;
  /** FROM first. */
  readonly instructions: readonly Instruction[];
  readonly isFinal: boolean;
  /** The shell in force at its end. */
  readonly shell: Shell;
  instructionsOf(...keywords: string[]): readonly Instruction[];
  /** Stages it builds on, nearest first; a chain is followed for 256 stages. */
  ancestors(): readonly Stage[];
}
