// Which variables are set where: global ARGs, then ARG and ENV of a stage and of those it builds on. The last one that sets a variable wins.
import { expansion, type Lookup, type Variable } from './expand.ts';
import type { Instruction, Stage } from './model.ts';
import { unquote } from './unquote.ts';

interface Entry {
  /** The line of the instruction that sets it; it holds from the next instruction on. */
  readonly line: number;
  readonly variable: Variable;
}

type Table = Map<string, Entry[]>;

/** Set before the first FROM without being declared: https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
const PREDEFINED = /^(?:(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)|TARGETSTAGE)$/;
const PLAIN: Readonly<Record<string, string>> = {
  PLATFORM: 'linux/amd64',
  OS: 'linux',
  ARCH: 'amd64',
  VARIANT: '',
  OSVERSION: '',
};
/** Which BuildKit sets where an image does not. */
const PLAIN_PATH: Variable = { value: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };
const EVERYWHERE = Number.POSITIVE_INFINITY;
const UNKNOWN: Variable = { value: null };
const UNSET_BY_DEFAULT: Variable = { value: null, unsetByDefault: true };

/** `any`: somebody may pass arguments; `default`: nobody does; `plain`: neither does the base image set anything, nor is the machine a rare one. */
export type BuildKind = 'any' | 'default' | 'plain';

export class Environment {
  readonly #instructions: readonly Instruction[];
  readonly #escape: string;
  readonly #bare: Variable;
  readonly #isPlain: boolean;
  readonly #global: Table = new Map();
  #stages: Map<Stage, Table> | undefined;

  constructor(instructions: readonly Instruction[], escapeChar: string, kind: BuildKind) {
    this.#instructions = instructions;
    this.#escape = escapeChar;
    this.#bare = kind === 'any' ? UNSET_BY_DEFAULT : undefined;
    this.#isPlain = kind === 'plain';
    for (const instruction of instructions) {
      if (instruction.keyword === 'FROM') break;
      this.#define(this.#global, instruction, null);
    }
  }

  /** The variables as an instruction sees them; a FROM sees the global ones. */
  at(instruction: Instruction): Lookup {
    const stage = instruction.keyword === 'FROM' ? null : instruction.stage;
    return this.#lookup(stage, stage ? instruction.startLine : EVERYWHERE);
  }

  #lookup(stage: Stage | null, line: number): Lookup {
    return (name) => (stage ? this.#stageVariable(name, stage, line) : this.#globalVariable(name, line));
  }

  declares(name: string, instruction: Instruction): boolean {
    const { keyword, stage, startLine } = instruction;
    if (keyword === 'FROM' || !stage) return this.#global.has(name) || PREDEFINED.test(name);
    return this.#stageEntry(name, stage, startLine) !== undefined;
  }

  #globalVariable(name: string, line: number): Variable {
    const entry = before(this.#global.get(name), line);
    return entry ? entry.variable : PREDEFINED.test(name) ? this.#predefined(name) : undefined;
  }

  #predefined(name: string): Variable {
    const value = this.#isPlain ? PLAIN[name.replace(/^(?:BUILD|TARGET)/, '')] : undefined;
    return value === undefined ? UNKNOWN : { value };
  }

  #stageVariable(name: string, stage: Stage, line: number): Variable {
    const entry = this.#stageEntry(name, stage, line);
    if (entry) return entry.variable;
    if (name === 'PATH') return this.#isPlain ? PLAIN_PATH : UNKNOWN;
    return this.#isPlain || isFromScratch(stage) ? undefined : UNKNOWN;
  }

  #stageEntry(name: string, stage: Stage, line: number): Entry | undefined {
    const tables = this.#stageTables();
    const own = before(tables.get(stage)?.get(name), line);
    if (own) return own;
    for (const ancestor of stage.ancestors()) {
      const entry = before(tables.get(ancestor)?.get(name), EVERYWHERE);
      if (entry) return entry;
    }
    return undefined;
  }

  #stageTables(): Map<Stage, Table> {
    if (this.#stages) return this.#stages;
    const tables = new Map<Stage, Table>();
    this.#stages = tables;
    for (const instruction of this.#instructions) {
      const { stage } = instruction;
      if (!stage || (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG')) continue;
      const table: Table = tables.get(stage) ?? new Map();
      tables.set(stage, table);
      this.#define(table, instruction, stage);
    }
    return tables;
  }

  #define(table: Table, { keyword, startLine: line, pairs }: Instruction, stage: Stage | null): void {
    const lookup = this.#lookup(stage, EVERYWHERE);
    if (keyword === 'ARG') {
      for (const { name, value } of pairs) {
        if (value) set(table, name.value, line, { value: this.#expand(value.text, lookup) });
        else this.#declare(table, name.value, line, stage);
      }
    } else if (keyword === 'ENV') {
      // All values of one ENV see the variables as they were before it.
      const values = pairs.map(({ name, value }) => [this.#expand(name.text, lookup), this.#expand(value?.text ?? '', lookup)]);
      for (const [name, value = null] of values) if (typeof name === 'string') set(table, name, line, { value });
    }
  }

  /** An ARG without a value takes that of the global one, or leaves what is set. */
  #declare(table: Table, name: string, line: number, stage: Stage | null): void {
    // The build gives it its value.
    if (!stage && PREDEFINED.test(name)) return;
    const global = stage ? this.#globalVariable(name, EVERYWHERE) : undefined;
    if (global && !global.unsetByDefault) set(table, name, line, global);
    else if (!isSet(this.#lookup(stage, EVERYWHERE)(name))) set(table, name, line, this.#bare);
  }

  #expand(text: string, lookup: Lookup): string | null {
    if (!text.includes('$')) return unquote(text, this.#escape);
    return expansion({ text, escapeChar: this.#escape, quotes: true }, lookup).value;
  }
}

/** Set by something in this file. */
const isSet = (variable: Variable) => variable !== undefined && variable !== UNKNOWN && !variable.unsetByDefault;

/** Nothing is set but what the file sets. */
function isFromScratch(stage: Stage): boolean {
  const first = stage.ancestors().at(-1) ?? stage;
  return first.image?.text === 'scratch' && !first.base;
}

function set(table: Table, name: string, line: number, variable: Variable): void {
  const entries = table.get(name);
  if (entries) entries.push({ line, variable });
  else table.set(name, [{ line, variable }]);
}

/** The last entry before a line. */
function before(entries: readonly Entry[] | undefined, line: number): Entry | undefined {
  if (!entries) return undefined;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1];
}
