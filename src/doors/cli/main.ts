// Reads the arguments, loads the command they name, and turns whatever happens into an exit code.
import { readArguments } from './arguments.ts';
import { run as check } from './check.ts';
import type { Invocation } from './command.ts';
import { run as completion } from './completion.ts';
import { run as fix } from './fix.ts';
import { run as graph } from './graph.ts';
import { help } from './help.ts';
import { run as init } from './init.ts';
import { run as inspect } from './inspect.ts';
import { Refusal } from './refusal.ts';
import { run as review } from './review.ts';
import { run as rules } from './rules.ts';
import { run as serve } from './serve.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { version } from './version.ts';
import { run as why } from './why.ts';

type Run = (invocation: Invocation, terminal: Terminal) => Promise<number>;

// All in one piece: a further file costs more than its bytes. What is heavy (git, diffs, the App) is loaded where it is called.
const COMMANDS: Readonly<Record<string, Run>> = { check, review, fix, rules, why, inspect, graph, init, serve, completion };

/** Exit codes: 0 clean, 1 findings at or above the level, 2 something could not be done. */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  const read = readArguments(args);
  switch (read.kind) {
    case 'help': {
      await terminal.print(help(read.command));
      return 0;
    }
    case 'version': {
      await terminal.print(`${version}\n`);
      return 0;
    }
    case 'wrong':
      await terminal.complain(`${read.problem} See: hullcheck ${read.command ? `${read.command.name} ` : ''}--help`);
      return 2;
    case 'run':
      return await run(read.invocation, terminal);
  }
}

async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  try {
    return (await COMMANDS[invocation.command.name]?.(invocation, terminal)) ?? 2;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await terminal.complain(error.message);
    return 2;
  }
}
