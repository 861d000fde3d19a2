// What a shell text runs: commands with their words, every part with its place in the Dockerfile.
import type { Range } from '../../model.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Construct } from './bashisms.ts';

/** One word of a command as it is written. */
export interface Arg {
  readonly range: Range;
  /** As written, with quotes; continuations and comments between the lines of a word are gone. */
  readonly text: string;
  /** Without quotes and escapes; `null` when it holds an expansion or substitution. */
  readonly value: string | null;
  /** Whether any part of it is quoted. */
  readonly quoted: boolean;
}

export interface Assignment {
  readonly name: string;
  readonly nameRange: Range;
  /** `null` for an array. */
  readonly value: Arg | null;
  readonly range: Range;
}

export interface Redirect {
  /** `>`, `>>`, `<`, `&>`, `<<<`, `<<` … */
  readonly operator: string;
  /** The file descriptor in front, when one is written. */
  readonly descriptor: number | null;
  readonly target: Arg | null;
  readonly range: Range;
}

export type Operator = '&&' | '||' | ';' | '&' | '|';

/** A simple command, wherever it stands: in lists, pipes, loops, subshells, `$(…)`, functions, `sh -c '…'`, behind `sudo`. */
export interface Command {
  /** Basename of the first word: `apt-get` for `/usr/bin/apt-get`; empty when it is not known. */
  readonly name: string;
  readonly nameRange: Range;
  /** From its own first word or assignment to the end of its last word or redirect; without wrappers in front. */
  readonly range: Range;
  /** The words behind the name. */
  readonly args: readonly Arg[];
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
  /** The commands that run this one, outermost first: `sudo`, `env`, `exec`, `time`, `xargs` … Each is a command of its own, too. */
  readonly wrappers: readonly Command[];
  readonly pipedTo: Command | null;
  readonly pipedFrom: Command | null;
  /** The operator in front of it in its list or pipe (a line end counts as `;`); `null` at the beginning. */
  readonly before: Operator | null;
  /** Where that operator stands; `null` at the beginning, empty where a line end separates. */
  readonly beforeRange: Range | null;
  /** The command in whose `$(…)` or `-c` text it stands. */
  readonly parent: Command | null;
  /** 0 at the top of the instruction, one more in each subshell, block, substitution or `-c` text. */
  readonly depth: number;
  /** Its ranges are 1:1: a fix may put plain words (no quotes, `$`, backslashes) here. If not, they are those of a whole argument: no fix. */
  readonly exact: boolean;
  readonly instruction: Instruction;
  /** Whether one of these options is given: `has('-y', '--yes')` also sees `-qy`, `--yes=…`, and stops at `--`. */
  has(...flags: string[]): boolean;
  /** The word that gives one of these options. */
  flag(...flags: string[]): Arg | null;
  /** Value of an option: `--opt=value`, `--opt value`, `-o value`, `-ovalue`; `null` when absent or not known. */
  option(...flags: string[]): string | null;
  /** Words that are no options (all of those behind `--`). Values of options given apart count as operands. */
  readonly operands: readonly Arg[];
}

export interface ShellProblem {
  readonly range: Range;
  readonly message: string;
}

/** Something that Bash understands and a POSIX shell does not. */
export interface Foreign {
  readonly construct: Construct;
  readonly range: Range;
}

export interface Script {
  readonly range: Range;
  /** In the order of the text. */
  readonly commands: readonly Command[];
  /** What only Bash understands, except in the text for another shell. */
  readonly foreign: readonly Foreign[];
  /** Syntax errors as Bash would tell them. */
  readonly problems: readonly ShellProblem[];
  /** Too long or too deeply nested: only the beginning was read. */
  readonly cut: boolean;
}

/** The program that runs shell forms. `posix` is sh, bash, dash, ash, ksh, zsh; only its texts are read. */
export interface Shell {
  readonly kind: 'posix' | 'cmd' | 'powershell' | 'other';
  /** `['/bin/sh', '-c']` */
  readonly words: readonly string[];
  /** The SHELL instruction that chose it; `null` for the default. */
  readonly from: Instruction | null;
}
