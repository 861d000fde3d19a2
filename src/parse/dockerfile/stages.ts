// Groups instructions into stages and says on which earlier stage each builds.
import { grouped } from '../../grouped.ts';
import { ofKeys } from '../by-key.ts';
import { type ImageRef, parseImage } from '../image.ts';
import type { Shell } from '../shell/model.ts';
import type { InstructionNode } from './instruction.ts';
import { chosenShell, DEFAULT_SHELL, initialShell } from './interpreter.ts';
import type { Flag, Instruction, Stage, Word } from './model.ts';
import { Scopes } from './scopes.ts';

/** How far a chain of stages is followed; no real file comes near. */
const MAX_ANCESTORS = 256;

export class StageNode implements Stage {
  readonly index: number;
  readonly from: InstructionNode;
  readonly base: Stage | null;
  readonly instructions: InstructionNode[];
  /** The image after expansion; `null` when it is not known. */
  readonly expanded: string | null;
  isFinal = false;
  shell: Shell = DEFAULT_SHELL;
  #lists: { of: number; byKeyword: ReadonlyMap<string, readonly Instruction[]> } = { of: 0, byKeyword: new Map() };
  #ref: ImageRef | null | undefined;

  constructor(index: number, from: InstructionNode, expanded: string | null, base: Stage | null) {
    this.index = index;
    this.from = from;
    this.expanded = expanded;
    this.base = base;
    this.instructions = [from];
  }

  get name(): Word | null {
    const { words } = this.from;
    return words.length === 3 && words[1]?.text.toLowerCase() === 'as' ? (words[2] ?? null) : null;
  }

  get image(): Word | null {
    return this.from.words[0] ?? null;
  }

  get ref(): ImageRef | null {
    if (this.#ref === undefined) {
      const known = this.expanded !== null && this.expanded !== 'scratch' && !this.base;
      this.#ref = known && this.expanded !== null ? parseImage(this.expanded) : null;
    }
    return this.#ref;
  }

  get platform(): Flag | null {
    return this.from.flag('platform');
  }

  instructionsOf(...keywords: string[]): readonly Instruction[] {
    const { instructions } = this;
    // Lists are kept for as long as the stage grows no more.
    if (this.#lists.of !== instructions.length)
      this.#lists = { of: instructions.length, byKeyword: grouped(instructions, keywordOf) };
    return ofKeys(instructions, this.#lists.byKeyword, keywords, keywordOf);
  }

  ancestors(): readonly Stage[] {
    const chain: Stage[] = [];
    for (let at = this.base; at && chain.length < MAX_ANCESTORS; at = at.base) chain.push(at);
    return chain;
  }
}

const keywordOf = ({ keyword }: Instruction): string => keyword;

export interface Stages {
  readonly all: readonly StageNode[];
  readonly scopes: Scopes;
}

/** Walks the instructions once and tells each its stage, and the shell in force. */
export function readStages(instructions: readonly InstructionNode[], escapeChar: string): Stages {
  const all: StageNode[] = [];
  const byName = new Map<string, StageNode>();
  const scopes = new Scopes(instructions, escapeChar);
  let stage: StageNode | null = null;
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      stage = openStage(instruction, all, byName, scopes, escapeChar);
      all.push(stage);
      const name = stage.name?.value.toLowerCase();
      if (name !== undefined) byName.set(name, stage);
    } else stage?.instructions.push(instruction);
    place(instruction, stage);
  }
  if (stage) stage.isFinal = true;
  return { all, scopes };
}

function openStage(
  from: InstructionNode,
  all: readonly StageNode[],
  byName: ReadonlyMap<string, StageNode>,
  scopes: Scopes,
  escapeChar: string,
): StageNode {
  const image = from.words[0];
  const expanded = image ? scopes.expand(image.text, from) : null;
  const base = expanded === null ? null : (byName.get(expanded) ?? null);
  const stage = new StageNode(all.length, from, expanded, base);
  stage.shell = initialShell(base, expanded ?? image?.text ?? '', from.flag('platform')?.value ?? '', escapeChar);
  return stage;
}

function place(instruction: InstructionNode, stage: StageNode | null): void {
  for (const node of instruction.trigger ? [instruction, instruction.trigger] : [instruction]) {
    node.stage = stage;
    node.interpreter = stage?.shell ?? DEFAULT_SHELL;
  }
  const chosen = instruction.keyword === 'SHELL' ? chosenShell(instruction) : null;
  if (stage && chosen) stage.shell = chosen;
}
