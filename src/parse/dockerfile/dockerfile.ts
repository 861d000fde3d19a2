// The Dockerfile as rules see it: lists and indexes, each built once, when it is first asked for.
import type { Range, SourceFile } from '../../model.ts';
import { lineStarts } from '../../text.ts';
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

export type Check = (file: DockerfileView) => SyntaxProblem[];

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
    this.#problems ??= this.#check(this);
    return this.#problems;
  }

  get unknown(): readonly UnknownInstruction[] {
    this.#unknown ??= this.all
      .filter(({ keyword }) => !INSTRUCTIONS.has(keyword))
      .map((instruction) => ({ instruction, nearest: nearest(instruction.keyword, KEYWORDS) }));
    return this.#unknown;
  }

  get undefinedVariables(): readonly UndefinedVariable[] {
    this.#undefined ??= undefinedVariables(this);
    return this.#undefined;
  }

  instructions(...keywords: string[]): readonly Instruction[] {
    this.#byKeyword ??= grouped(this.all, (instruction) => instruction.keyword);
    return merged(this.#byKeyword, keywords);
  }

  commands(...names: string[]): readonly Command[] {
    this.#commands ??= this.all
      .map((instruction) => instruction.trigger ?? instruction)
      .filter(({ keyword }) => keyword === 'RUN')
      .flatMap((instruction) => instruction.commands);
    if (names.length === 0) return this.#commands;
    this.#byName ??= grouped(this.#commands, (command) => command.name);
    return merged(this.#byName, names);
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

/** The lists of several keys, in the order of the text. */
function merged<T extends { readonly range: Range }>(
  lists: ReadonlyMap<string, readonly T[]>,
  keys: readonly string[],
): readonly T[] {
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) return lists.get(only) ?? [];
  const found = [...new Set(keys)].flatMap((key) => (lists.has(key) ? [lists.get(key) ?? []] : []));
  return found.length > 1 ? found.flat().sort((a, b) => a.range.start - b.range.start) : (found[0] ?? []);
}

/** As Map.groupBy, which Node 20 lacks: reading needs no newer one. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
