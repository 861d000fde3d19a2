// Reads the arguments, loads the command they name, and turns whatever happens into an exit code.
import { readArguments } from './arguments.ts';
import type { Invocation } from './command.ts';
import { Refusal } from './refusal.ts';
import { processTerminal, type Terminal } from './terminal.ts';

interface Module {
  run(invocation: Invocation, terminal: Terminal): Promise<number>;
}

// Each is loaded only when it is called: `check` must be there at once.
const MODULES: Readonly<Record<string, () => Promise<Module>>> = {
  check: () => import('./check.ts'),
  review: () => import('./review.ts'),
  fix: () => import('./fix.ts'),
  rules: () => import('./rules.ts'),
  serve: () => import('./serve.ts'),
  completion: () => import('./completion.ts'),
};

/** Exit codes: 0 clean, 1 findings at or above the level, 2 something could not be done. */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  const read = readArguments(args);
  switch (read.kind) {
    case 'help': {
      const { help } = await import('./help.ts');
      await terminal.print(help(read.command));
      return 0;
    }
    case 'version': {
      const { version } = await import('./version.ts');
      await terminal.print(`${version}\n`);
      return 0;
    }
    case 'wrong':
      terminal.complain(`${read.problem} See: hullcheck ${read.command ? `${read.command.name} ` : ''}--help`);
      return 2;
    case 'run':
      return await run(read.invocation, terminal);
  }
}

async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  try {
    const module = await MODULES[invocation.command.name]?.();
    return module ? await module.run(invocation, terminal) : 2;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    terminal.complain(error.message);
    return 2;
  }
}
