// The words of a CMD or ENTRYPOINT in shell form that needs no shell, as the exec form wants them.
import { bracketed } from './bracketed.ts';
import type { Instruction } from './model.ts';

/** Words that mean something only to a shell. */
const BUILTIN =
  /^(?:\.|:|alias|bg|builtin|cd|command|eval|exec|exit|export|fg|hash|jobs|local|read|readonly|return|set|shift|shopt|source|time|times|trap|type|ulimit|umask|unset|wait)$/;

/** A shell to work in by hand, or something that only keeps the container up: nothing waits for the signal. */
const IDLES = /^(?:[\w.-]{0,40}\/){0,9}(?:sh|bash|ash|dash|zsh|sleep|true|make|(?:build|test|check|lint)(?:\.sh)?)$/;

export const idles = (words: readonly string[]): boolean => IDLES.test(words[0] ?? '');

/** `null` when it was meant to be one and is no JSON, or a shell has something to do: lists, pipes, variables, patterns, redirects, built-in commands. */
export function execForm(instruction: Instruction): readonly string[] | null {
  const script = instruction.shell;
  const [command, ...others] = script?.commands ?? [];
  if (!script || !command || others.length > 0 || script.problems.length > 0 || script.cut || bracketed(instruction)) return null;
  const { name, args, assignments, redirects, exact, depth, range } = command;
  const start = instruction.words[0]?.range.start;
  if (range.start !== start || range.end !== instruction.arguments.end) return null;
  if (name === '' || BUILTIN.test(name) || assignments.length > 0 || redirects.length > 0 || !exact || depth > 0) return null;
  const first = instruction.words[0]?.value ?? '';
  if (!first.endsWith(name) || args.some(({ value }) => value === null)) return null;
  if (args.some(({ text, quoted }) => !quoted && /[*?[\]{}~]/.test(text))) return null;
  return [first, ...args.map(({ value }) => value ?? '')];
}
