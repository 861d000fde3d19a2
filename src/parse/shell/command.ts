// One simple command, and the questions about its options.
import type { Range } from '../../model.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Arg, Assignment, Command, Operator, Redirect } from './model.ts';

/** What the walk over the syntax tree knows of a command. */
export interface CommandParts {
  readonly name: string;
  readonly nameRange: Range;
  readonly range: Range;
  readonly args: readonly Arg[];
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
  readonly wrappers: readonly Command[];
  readonly before: Operator | null;
  readonly beforeRange: Range | null;
  readonly parent: Command | null;
  readonly depth: number;
  readonly exact: boolean;
  readonly instruction: Instruction;
}

export class CommandNode implements Command {
  readonly name: string;
  readonly nameRange: Range;
  readonly range: Range;
  readonly args: readonly Arg[];
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
  readonly wrappers: readonly Command[];
  readonly before: Operator | null;
  readonly beforeRange: Range | null;
  readonly parent: Command | null;
  readonly depth: number;
  readonly exact: boolean;
  readonly instruction: Instruction;
  pipedTo: Command | null = null;
  pipedFrom: Command | null = null;
  #operands: readonly Arg[] | undefined;

  constructor(parts: CommandParts) {
    this.name = parts.name;
    this.nameRange = parts.nameRange;
    this.range = parts.range;
    this.args = parts.args;
    this.assignments = parts.assignments;
    this.redirects = parts.redirects;
    this.wrappers = parts.wrappers;
    this.before = parts.before;
    this.beforeRange = parts.beforeRange;
    this.parent = parts.parent;
    this.depth = parts.depth;
    this.exact = parts.exact;
    this.instruction = parts.instruction;
  }

  has(...flags: string[]): boolean {
    return this.flag(...flags) !== null;
  }

  flag(...flags: string[]): Arg | null {
    for (const arg of this.args) {
      const text = arg.value ?? arg.text;
      if (text === '--') return null;
      if (text.startsWith('-') && flags.some((flag) => gives(text, flag))) return arg;
    }
    return null;
  }

  option(...flags: string[]): string | null {
    const arg = this.flag(...flags);
    const text = arg?.value;
    if (!arg || text === null || text === undefined) return null;
    const flag = flags.find((candidate) => gives(text, candidate)) ?? '';
    if (text.startsWith(`${flag}=`)) return text.slice(flag.length + 1);
    const attached = isShort(flag) ? text.slice(text.indexOf(flag.charAt(1)) + 1) : '';
    return attached === '' ? (this.args[this.args.indexOf(arg) + 1]?.value ?? null) : attached;
  }

  get operands(): readonly Arg[] {
    this.#operands ??= operandsOf(this.args);
    return this.#operands;
  }
}

const isShort = (flag: string) => flag.length === 2 && flag !== '--';
const CLUSTER = /^-[A-Za-z0-9]+$/;

/** Whether a word gives an option: `-qy` gives `-y`, `--yes=true` gives `--yes`, `-ofile` gives `-o`. */
function gives(word: string, flag: string): boolean {
  if (word === flag || word.startsWith(`${flag}=`)) return true;
  if (!isShort(flag) || word.startsWith('--')) return false;
  return word.startsWith(flag) || (CLUSTER.test(word) && word.includes(flag.charAt(1)));
}

function operandsOf(args: readonly Arg[]): readonly Arg[] {
  const end = args.findIndex((arg) => arg.text === '--');
  const head = end < 0 ? args : args.slice(0, end);
  const operands = head.filter((arg) => arg.text === '-' || !(arg.value ?? arg.text).startsWith('-'));
  return end < 0 ? operands : [...operands, ...args.slice(end + 1)];
}
