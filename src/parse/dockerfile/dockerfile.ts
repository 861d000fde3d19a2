// The Dockerfile as rules see it: lists and indexes, each built once, when it is first asked for.

import { grouped } from '../../grouped.ts';
import type { Range, SourceFile } from '../../model.ts';
import { lineStarts } from '../../text.ts';
import { ofKeys } from '../by-key.ts';
import { nearest } from '../nearest.ts';
import type { Command } from '../shell/model.ts';
import type { InstructionNode } from './instruction.ts';
import { INSTRUCTIONS, KEYWORDS } from './keywords.ts';
import type {
  Comment,
  Directive,
  Dockerfile,
  Instruction,
  Stage,
  SyntaxProblem,
  UndefinedVariable,
  UnknownInstruction,
} from './model.ts';
import type { Scopes } from './scopes.ts';
import type { StageNode, Stages } from './stages.ts';
import type { Structure } from './structure.ts';
import { subjectOf } from './subject.ts';
import { undefinedVariables } from './undefined.ts';

export type Check = (file: DockerfileView, plain: boolean) => SyntaxProblem[];

export class DockerfileView implements Dockerfile {
  readonly kind = 'dockerfile';
  readonly path: string;
  readonly source: SourceFile;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly all: readonly InstructionNode[];
  readonly stages: readonly StageNode[];
  readonly scopes: Scopes;
  readonly structure: Structure;
  readonly #check: Check;
  #starts: readonly number[] | undefined;
  #problems: readonly SyntaxProblem[] | undefined;
  #conditional: readonly SyntaxProblem[] | undefined;
  #unknown: readonly UnknownInstruction[] | undefined;
  #undefined: readonly UndefinedVariable[] | undefined;
  #byKeyword: ReadonlyMap<string, readonly Instruction[]> | undefined;
  #commands: readonly Command[] | undefined;
  #byName: ReadonlyMap<string, readonly Command[]> | undefined;

  constructor(source: SourceFile, structure: Structure, stages: Stages, check: Check) {
    this.path = source.path;
    this.source = source;
    this.structure = structure;
    this.escape = structure.escape;
    this.directives = structure.directives;
    this.comments = structure.comments;
    this.all = structure.instructions;
    this.stages = stages.all;
    this.scopes = stages.scopes;
    this.#check = check;
  }

  get starts(): readonly number[] {
    this.#starts ??= lineStarts(this.source.text);
    return this.#starts;
  }

  get problems(): readonly SyntaxProblem[] {
    this.#problems ??= this.#check(this, false);
    return this.#problems;
  }

  get conditionalProblems(): readonly SyntaxProblem[] {
    this.#conditional ??= MAY_DEPEND.test(this.source.text) ? this.#conditionalProblems() : NONE;
    return this.#conditional;
  }

  get unknown(): readonly UnknownInstruction[] {
    this.#unknown ??= unknownAmong(this.all);
    return this.#unknown;
  }

  get undefinedVariables(): readonly UndefinedVariable[] {
    this.#undefined ??= undefinedVariables(this);
    return this.#undefined;
  }

  instructions(...keywords: string[]): readonly Instruction[] {
    this.#byKeyword ??= grouped(this.all, keywordOf);
    return ofKeys(this.all, this.#byKeyword, keywords, keywordOf);
  }

  commands(...names: string[]): readonly Command[] {
    this.#commands ??= this.all
      .map((instruction) => instruction.trigger ?? instruction)
      .filter(({ keyword }) => keyword === 'RUN')
      .flatMap((instruction) => instruction.commands);
    if (names.length === 0) return this.#commands;
    this.#byName ??= grouped(this.#commands, nameOf);
    return ofKeys(this.#commands, this.#byName, names, nameOf);
  }

  forget(): void {
    this.#problems = undefined;
    this.#unknown = undefined;
    this.#undefined = undefined;
    this.#byKeyword = undefined;
    this.#commands = undefined;
    this.#byName = undefined;
    for (const one of this.all) {
      one.forget();
      one.trigger?.forget();
    }
  }

  stageAt(offset: number): Stage | null {
    const instruction = this.#last(offset);
    return instruction?.stage ?? null;
  }

  instructionAt(offset: number): Instruction | null {
    const instruction = this.#last(offset);
    return instruction && offset <= instruction.end ? instruction : null;
  }

  expand(text: string, at: Instruction): string | null {
    return this.scopes.expand(text, at);
  }

  subject(range: Range): string {
    return subjectOf(this, range);
  }

  #conditionalProblems(): SyntaxProblem[] {
    const key = ({ code, range }: SyntaxProblem) => `${code} ${range.start}`;
    const known = new Set(this.problems.map(key));
    return this.#check(this, true).filter((problem) => !known.has(key(problem)));
  }

  /** The last instruction that begins at or before an offset. */
  #last(offset: number): InstructionNode | null {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.keywordRange.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.all[low - 1] ?? null;
  }
}

function unknownAmong(instructions: readonly InstructionNode[]): readonly UnknownInstruction[] {
  const found: UnknownInstruction[] = [];
  const look = (instruction: InstructionNode) => {
    const { keyword } = instruction;
    if (!INSTRUCTIONS.has(keyword)) found.push({ instruction, nearest: nearest(keyword, KEYWORDS) });
  };
  for (const one of instructions) {
    look(one);
    if (one.trigger) look(one.trigger);
  }
  return found;
}

const NONE: readonly never[] = [];
const keywordOf = ({ keyword }: Instruction): string => keyword;
const nameOf = ({ name }: Command): string => name;
/** Without these nothing depends on what is around the file. */
const MAY_DEPEND = /\$|--mount|SOURCE_DATE_EPOCH/;
