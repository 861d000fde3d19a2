// Whether a script stops where a command fails: `set -e`, `sh -e`, `#!/bin/sh -e`.
import type { Command } from '../shell/model.ts';
import type { Dockerfile, Instruction } from './model.ts';

/** Commands behind whose failure nothing is lost, or that do not fail. */
const HARMLESS = /^(?:echo|printf|export|set|unset|true|:|exit|umask|alias|shopt|sleep|wait|trap|local|return|break|continue)$/;

/** Where a command begins behind one whose failure nobody notices, with nothing but a `;` or line end between; in the order of the text. */
export function unguarded(file: Dockerfile, run: Instruction): Command[] {
  const { shell } = run;
  if (!shell || shell.cut || shell.problems.length > 0 || stops(run.interpreter.words) || shebangStops(file, run)) return [];
  // A script that looks at `$?` goes on by purpose.
  if (file.source.text.slice(run.range.start, run.range.end).includes('$?')) return [];
  const top = shell.commands.filter(({ depth, wrappers }) => depth === 0 && wrappers.length === 0);
  const found: Command[] = [];
  for (const [i, command] of top.entries()) {
    if (command.name === 'set' && stops(command.args.map(({ value }) => value ?? ''))) break;
    const previous = top[i - 1];
    if (!previous || command.before !== ';' || HARMLESS.test(previous.name) || previous.before === '||') continue;
    const end = previous.assignments.length > 0 && previous.name === '' ? -1 : lastEnd(shell.commands, command.range.start);
    const between = file.source.text.slice(end < 0 ? command.range.start : end, command.range.start);
    if (end >= 0 && /^[\s;\\`]*$/.test(between.replace(/^\s*#.*$/gm, ''))) found.push(command);
  }
  return found;
}

/** Where the command ends that stands nearest in front of a place. */
const lastEnd = (commands: readonly Command[], before: number): number =>
  Math.max(-1, ...commands.map(({ range }) => range.end).filter((end) => end <= before));

function stops(words: readonly string[]): boolean {
  return words.some((word, i) => /^-[a-zA-Z]*e/.test(word) || (word === 'errexit' && words[i - 1] === '-o'));
}

const shebangStops = (file: Dockerfile, { heredocs }: Instruction) =>
  heredocs.some(({ body }) => /^#!.*\s-[a-z]*e/.test(file.source.text.slice(body.start, body.start + 80)));
