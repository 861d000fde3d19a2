// The text that a shell is given as an argument: `sh -c '…'`, `bash -ec "…"`, `su -c '…' user`.
import type { Arg, Command } from './model.ts';

const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'zsh']);

export const isShell = (name: string): boolean => SHELLS.has(name);

/** Index among a command's arguments of the script that it is to run, or -1. */
export function scriptAt({ name, args }: Command): number {
  if (name === 'eval') return args.length === 1 ? 0 : -1;
  if (name === 'su' || name === 'runuser') {
    const at = args.findIndex(({ value }) => value === '-c' || value === '--command');
    return at >= 0 && at + 1 < args.length ? at + 1 : -1;
  }
  return isShell(name) ? shellScriptAt(args) : -1;
}

/** Options may follow `-c`; the script is the first word that is none. `-o` and `+o` take a word. */
function shellScriptAt(args: readonly Arg[]): number {
  let wanted = false;
  for (let at = 0; at < args.length; at++) {
    const text = args[at]?.value ?? args[at]?.text ?? '';
    const option = text.startsWith('-') || text.startsWith('+');
    if (!option || text === '--' || text.length === 1) return wanted ? (text === '--' ? at + 1 : at) : -1;
    if (text.startsWith('--')) {
      if (text === '--rcfile' || text === '--init-file') at++;
      continue;
    }
    if (/^-[a-zA-Z]*c/.test(text)) wanted = true;
    if (/^[-+][a-zA-Z]*[oO]$/.test(text)) at++;
  }
  return -1;
}

/** A shell without script and file reads its commands from its input. */
export function readsInput(command: Command): boolean {
  return isShell(command.name) && scriptAt(command) < 0 && (command.operands.length === 0 || command.has('-s'));
}

/** What is inside double quotes, its escapes removed. */
export function unescapeDouble(text: string): string {
  return text.replace(/\\(?:([\\"$`])|\n)/g, '$1');
}
