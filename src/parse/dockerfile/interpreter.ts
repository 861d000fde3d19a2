// Which shell runs the shell forms: the default, what SHELL says, and what hints at Windows.
import type { Shell } from '../shell/model.ts';
import type { Instruction, Stage } from './model.ts';

const POSIX = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'mksh', 'zsh', 'busybox']);
const POWERSHELL = new Set(['powershell', 'pwsh']);
const WINDOWS = /windows|nanoserver|servercore/i;

export const DEFAULT_SHELL: Shell = { kind: 'posix', words: ['/bin/sh', '-c'], from: null };
const WINDOWS_SHELL: Shell = { kind: 'cmd', words: ['cmd', '/S', '/C'], from: null };

/** What kind of shell a program is, by its basename. */
export function shellKind(program: string): Shell['kind'] {
  const name = program
    .slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1)
    .toLowerCase()
    .replace(/\.exe$/, '');
  if (POSIX.has(name)) return 'posix';
  if (POWERSHELL.has(name)) return 'powershell';
  return name === 'cmd' ? 'cmd' : 'other';
}

/** The shell that a SHELL instruction chooses; `null` when it is not well formed. */
export function chosenShell(instruction: Instruction): Shell | null {
  const words = instruction.json?.map((word) => word.value) ?? [];
  const program = words.find((word) => !/(^|\/)env$/.test(word) && !word.includes('=') && !word.startsWith('-'));
  if (program === undefined) return null;
  return { kind: shellKind(program), words, from: instruction };
}

/** The shell at the beginning of a stage. */
export function initialShell(base: Stage | null, image: string, platform: string, escapeChar: string): Shell {
  if (base) return base.shell;
  if (/^windows/i.test(platform) || WINDOWS.test(image)) return WINDOWS_SHELL;
  return escapeChar === '`' && !/^linux/i.test(platform) ? WINDOWS_SHELL : DEFAULT_SHELL;
}
