// `hullcheck completion`: scripts for bash, zsh and fish, made of the table of commands.

import { nearest } from '../../parse/nearest.ts';
import type { Invocation } from './command.ts';
import { SHELLS } from './commands.ts';
import { bash } from './completion/bash.ts';
import { fish } from './completion/fish.ts';
import { zsh } from './completion/zsh.ts';
import type { Terminal } from './terminal.ts';

const SCRIPTS: Readonly<Record<string, () => string>> = { bash, zsh, fish };

export async function run({ operands }: Invocation, terminal: Terminal): Promise<number> {
  const [shell = ''] = operands;
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (!script) {
    const near = nearest(shell, SHELLS);
    await terminal.complain(
      shell
        ? `There is no completion for "${shell}".${near ? ` Did you mean "${near}"?` : ''}`
        : `Which shell? One of ${SHELLS.join(', ')}.`,
    );
    return 2;
  }
  await terminal.print(script());
  return 0;
}
