// A command and the commands that it runs in turn: `sudo env A=b apt-get …` are three.
import type { Range } from '../../model.ts';
import { CommandNode, type CommandParts } from './command.ts';
import type { Arg, Command } from './model.ts';
import { wrappedAt } from './wrappers.ts';

const MAX_CHAIN = 8;

/** Everything but name and arguments, which the words give. */
export type Frame = Omit<CommandParts, 'name' | 'nameRange' | 'args' | 'wrappers'>;

/** Basename of a program; empty when it is not known. */
export function programName(word: Arg | null): string {
  const value = word?.value ?? '';
  return value.slice(value.lastIndexOf('/') + 1);
}

/** The command of these words (the first is the program), then the one that it runs, and so on. */
export function chainOf(first: Arg | null, args: readonly Arg[], frame: Frame): CommandNode[] {
  const chain: CommandNode[] = [];
  let word = first;
  let rest = args;
  let range: Range = frame.range;
  while (chain.length < MAX_CHAIN) {
    const wrappers: readonly Command[] = [...chain];
    const nameRange = word?.range ?? range;
    const assignments = chain.length === 0 ? frame.assignments : [];
    const command = new CommandNode({ ...frame, name: programName(word), nameRange, range, args: rest, assignments, wrappers });
    chain.push(command);
    const at = wrappedAt(command.name, rest);
    word = rest[at] ?? null;
    if (!word) break;
    rest = rest.slice(at + 1);
    if (command.exact) range = { start: word.range.start, end: range.end };
  }
  return chain;
}
