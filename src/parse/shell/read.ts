// Reads what an instruction runs: the shell form as a script, the exec form as a command.

import type { Instruction, Word } from '../dockerfile/model.ts';
import { type Joined, plain, rangeAt } from '../joined.ts';
import { chainOf } from './chain.ts';
import { scriptAt } from './inner.ts';
import type { Arg, Command, Script } from './model.ts';
import type { Place } from './place.ts';
import { type Walk, walkText } from './walk.ts';

const newWalk = (): Walk => ({ commands: [], problems: [], foreign: [], cut: false });

/** Never throws; time and depth are capped, and `cut` tells when that happened. */
export function readScript(joined: Joined, instruction: Instruction): Script {
  const walk = newWalk();
  walkText(walk, { place: { joined, whole: null, instruction, shells: 0 }, parent: null, depth: 0, tree: 0 });
  const { commands, problems, foreign, cut } = walk;
  return { range: rangeAt(joined, 0, joined.text.length), commands, problems, foreign, cut };
}

/** The command of an exec form, and those of the script that it hands to a shell. */
export function execCommands(instruction: Instruction, source: string): readonly Command[] {
  const words = (instruction.json ?? []).filter(({ value }) => !value.includes('\0'));
  const [first, ...args] = words.map(execArg);
  const last = args.at(-1) ?? first;
  if (!first || !last) return [];
  const chain = chainOf(first, args, {
    range: { start: first.range.start, end: last.range.end },
    assignments: [],
    redirects: [],
    before: null,
    beforeRange: null,
    parent: null,
    depth: 0,
    exact: false,
    instruction,
  });
  const walk = newWalk();
  walk.commands.push(...chain);
  const innermost = chain.at(-1);
  const script = innermost ? words[words.length - innermost.args.length + scriptAt(innermost)] : undefined;
  if (innermost && script && scriptAt(innermost) >= 0) {
    walkText(walk, { place: execPlace(script, instruction, source), parent: innermost, depth: 1, tree: 0 });
  }
  return walk.commands;
}

const execArg = ({ range, text, value }: Word): Arg => ({ range, text, value, quoted: true });

/** The inside of a JSON string: 1:1 in the file when it has no escapes and is not continued. */
function execPlace({ range, text, value }: Word, instruction: Instruction, source: string): Place {
  const inner = { start: range.start + 1, end: range.end - 1 };
  const exact = !text.includes('\\') && range.end - range.start === text.length;
  const joined = exact ? plain(source, inner) : { text: value, from: [0], to: [0], shift: 0 };
  return { joined, whole: exact ? null : range, instruction, shells: 1 };
}
