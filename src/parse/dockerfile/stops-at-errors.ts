// Whether a script stops where a command fails: `set -e`, `sh -e`, `#!/bin/sh -e`.
import type { Command } from '../shell/model.ts';
import type { Dockerfile, Instruction } from './model.ts';

/** Commands behind whose failure nothing is lost, or that do not fail. */
const HARMLESS = /^(?:echo|printf|export|set|unset|true|:|exit|umask|alias|shopt|sleep|wait|trap|local|return|break|continue)$/;

const MAX_BETWEEN = 4096;

/** Where a command begins behind one whose failure nobody notices, with nothing but a `;` or line end between; in the order of the text. */
export function unguarded(file: Dockerfile, run: Instruction): Command[] {
  const { shell } = run;
  if (!shell || shell.cut || shell.problems.length > 0 || stops(run.interpreter.words) || shebangStops(file, run)) return [];
  // A script that looks at `$?` goes on by purpose.
  if (file.source.text.slice(run.range.start, run.range.end).includes('$?')) return [];
  const found: Command[] = [];
  let previous: Command | undefined;
  let end = -1;
  for (const command of shell.commands) {
    if (command.depth === 0 && command.wrappers.length === 0) {
      if (command.name === 'set' && stops(command.args.map(({ value }) => value ?? ''))) break;
      if (previous && isLoose(file, previous, command, end)) found.push(command);
      previous = command;
    }
    end = Math.max(end, command.range.end);
  }
  return found;
}

/** `end`: where all commands in front end. Something else in between, such as `fi`, belongs to a block that decides for itself. */
function isLoose(file: Dockerfile, previous: Command, next: Command, end: number): boolean {
  const { before, range } = next;
  if (
    before !== ';' ||
    noticedBy(previous, next) ||
    HARMLESS.test(previous.name) ||
    previous.before === '||' ||
    previous.name === '' ||
    end > range.start
  )
    return false;
  return /^(?:[\s;\\`]|#[^\n]*\n)*$/.test(file.source.text.slice(end, Math.min(range.start, end + MAX_BETWEEN)));
}

/** Without its lists the install fails by itself. */
const noticedBy = (previous: Command, next: Command): boolean =>
  /^(?:apt-get|apt|apk)$/.test(previous.name) && previous.name === next.name && previous.operands[0]?.value === 'update';

function stops(words: readonly string[]): boolean {
  return words.some((word, i) => /^-[a-zA-Z]*e/.test(word) || (word === 'errexit' && words[i - 1] === '-o'));
}

const shebangStops = (file: Dockerfile, { heredocs }: Instruction) =>
  heredocs.some(({ body }) => /^#!.*\s-[a-z]*e/.test(file.source.text.slice(body.start, body.start + 80)));
