// Which variables have which values at an instruction: global ARGs, then ARG and ENV of the stage and of the stages it builds on.
import { expandWord, type Lookup, type Variable } from './expand.ts';
import type { Instruction, Stage } from './model.ts';
import { unquote } from './unquote.ts';

interface Entry {
  /** The line of the instruction that sets it; it holds from the next instruction on. */
  readonly line: number;
  readonly variable: Variable;
}

interface Table {
  readonly env: Map<string, Entry[]>;
  readonly args: Map<string, Entry[]>;
}

const newTable = (): Table => ({ env: new Map(), args: new Map() });
/** Platform arguments, the target, and proxies: https://docs.docker.com/reference/dockerfile/#predefined-args */
const PREDEFINED =
  /^(?:(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)|TARGETSTAGE|(?:https?|ftp|no|all)_proxy|(?:HTTPS?|FTP|NO|ALL)_PROXY)$/;
const UNKNOWN: Variable = { value: null };
const UNSET_BY_DEFAULT: Variable = { value: null, unsetByDefault: true };

export class Scopes {
  readonly #instructions: readonly Instruction[];
  readonly #escape: string;
  #global: Table | undefined;
  #stages: Map<Stage, Table> | undefined;

  constructor(instructions: readonly Instruction[], escapeChar: string) {
    this.#instructions = instructions;
    this.#escape = escapeChar;
  }

  /** Text of a FROM, by the defaults of the ARGs before the first one. */
  expandGlobal(text: string): string | null {
    return this.#expand(text, (name) => this.#globalVariable(name, Number.POSITIVE_INFINITY));
  }

  /** Text as it stands at an instruction. */
  expand(text: string, at: Instruction): string | null {
    if (at.keyword === 'FROM') return this.expandGlobal(text);
    return this.#expand(text, this.#lookupAt(at.stage, at.startLine));
  }

  #expand(text: string, lookup: Lookup): string | null {
    if (!text.includes('$')) return unquote(text, this.#escape);
    return expandWord(text, this.#escape, lookup);
  }

  #lookupAt(stage: Stage | null, line: number): Lookup {
    return (name) => (stage ? this.#stageVariable(name, stage, line) : this.#globalVariable(name, line));
  }

  #globalVariable(name: string, line: number): Variable {
    if (!this.#global) {
      this.#global = newTable();
      for (const instruction of this.#instructions) {
        if (instruction.keyword === 'FROM') break;
        this.#define(this.#global, instruction, null);
      }
    }
    return before(this.#global.args.get(name), line) ?? (PREDEFINED.test(name) ? UNKNOWN : undefined);
  }

  #stageVariable(name: string, stage: Stage, line: number): Variable {
    const tables = this.#stageTables();
    const chain = [stage, ...stage.ancestors()];
    for (const kind of ['env', 'args'] as const) {
      for (const link of chain) {
        const found = before(tables.get(link)?.[kind].get(name), link === stage ? line : Number.POSITIVE_INFINITY);
        if (found) return found;
      }
    }
    const scratch = chain.at(-1)?.image?.text === 'scratch' && !chain.at(-1)?.base;
    return scratch && name !== 'PATH' ? undefined : UNKNOWN;
  }

  #stageTables(): Map<Stage, Table> {
    if (this.#stages) return this.#stages;
    const tables = new Map<Stage, Table>();
    this.#stages = tables;
    for (const instruction of this.#instructions) {
      const { stage } = instruction;
      if (!stage || (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG')) continue;
      const table = tables.get(stage) ?? newTable();
      tables.set(stage, table);
      this.#define(table, instruction, stage);
    }
    return tables;
  }

  #define(table: Table, instruction: Instruction, stage: Stage | null): void {
    const { keyword, startLine: line } = instruction;
    if (keyword !== 'ENV' && keyword !== 'ARG') return;
    const kind = keyword === 'ENV' ? table.env : table.args;
    const lookup = this.#lookupAt(stage, line);
    for (const { name, value } of instruction.pairs) {
      const variable = value ? { value: this.#expand(value.text, lookup) } : this.#inherited(name.value, stage);
      const entries = kind.get(name.value);
      if (entries) entries.push({ line, variable });
      else kind.set(name.value, [{ line, variable }]);
    }
  }

  /** An ARG without default takes the value of the global one. */
  #inherited(name: string, stage: Stage | null): Variable {
    const global = stage ? this.#globalVariable(name, Number.POSITIVE_INFINITY) : undefined;
    return global?.value === null && !PREDEFINED.test(name) ? UNSET_BY_DEFAULT : (global ?? UNSET_BY_DEFAULT);
  }
}

/** The last value set before a line. */
function before(entries: readonly Entry[] | undefined, line: number): Variable {
  if (!entries) return undefined;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1]?.variable;
}
