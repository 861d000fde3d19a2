// The commands that install with pip: `pip install`, `pip3.13 install`, `python -m pip install`.
import type { Dockerfile } from './dockerfile/model.ts';
import type { Arg, Command } from './shell/model.ts';

export interface PipInstall {
  readonly command: Command;
  /** The word `install`. */
  readonly action: Arg;
}

const PIP = /^pip(?:\d(?:\.\d+)?)?$/;
const PYTHON = /^python(?:\d(?:\.\d+)?)?$/;

export function pipInstalls(file: Dockerfile): PipInstall[] {
  const found: PipInstall[] = [];
  for (const command of file.commands()) {
    const action = pipAction(command);
    if (action?.value === 'install') found.push({ command, action });
  }
  return found;
}

function pipAction(command: Command): Arg | undefined {
  if (PIP.test(command.name)) return command.operands[0];
  if (!PYTHON.test(command.name)) return undefined;
  const module = command.args.findIndex((arg) => arg.value === '-m');
  if (module < 0 || !PIP.test(command.args[module + 1]?.value ?? '')) return undefined;
  return command.args.slice(module + 2).find((arg) => !arg.text.startsWith('-'));
}
