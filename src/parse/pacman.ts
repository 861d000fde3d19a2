// What a command of Arch Linux's package manager does: its operation is an option, and letters behind it say more: pacman(8).
import type { PackageCommand } from './packages.ts';
import type { Command } from './shell/model.ts';

const VALUED = new Set([
  '-b',
  '--dbpath',
  '-r',
  '--root',
  '--config',
  '--cachedir',
  '--arch',
  '--ignore',
  '--overwrite',
  '--assume-installed',
]);

/** Only what concerns the lists and packages of mirrors: `-S…` and `-R…`. */
export function readPacman(command: Command): PackageCommand | null {
  const action = command.args.find(({ value }) => /^-[SR][a-z]*$|^--(?:sync|remove)$/.test(value ?? ''));
  if (!action?.value) return null;
  const packages = command.args.filter(({ text }, i) => !text.startsWith('-') && !VALUED.has(command.args[i - 1]?.text ?? ''));
  const read = (task: PackageCommand['task']) => ({ command, action, task, packages, unknownOptions: false });
  if (/^-R|^--remove/.test(action.value)) return read('remove');
  const letters = command.args.map(({ text }) => (/^-[A-Za-z]+$/.test(text) ? text : '')).join('');
  if (letters.includes('c') || command.has('--clean')) return read('clean');
  if (/[sigl]/.test(letters)) return null;
  const refreshes = letters.includes('y') || command.has('--refresh');
  if (packages.length > 0) return read(refreshes ? 'upgrade' : 'install');
  return refreshes ? read('refresh') : null;
}
