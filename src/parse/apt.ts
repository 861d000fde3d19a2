// What an apt or apt-get command does, and what answers its questions: apt-get(8), apt.conf(5).
import type { Dockerfile } from './dockerfile/model.ts';
import type { Arg, Command } from './shell/model.ts';

export interface AptCommand {
  readonly command: Command;
  /** `install`, `update` … */
  readonly action: Arg;
  /** Given on the command line or implied by it. */
  readonly assumesYes: boolean;
  /** Prints, simulates or fetches lists: it asks and installs nothing. */
  readonly simulates: boolean;
  /** Some option hides in a variable, so that absence proves nothing. */
  readonly unknownOptions: boolean;
}

const WITH_VALUE =
  /^(?:-[a-z]*[aoct]|--option|--config-file|--target-release|--default-release|--host-architecture|--build-profiles)$/;
const SIMULATES = ['-s', '--simulate', '--just-print', '--dry-run', '--recon', '--no-act', '--print-uris'] as const;

/** The apt and apt-get commands of a Dockerfile with one of these actions, in order. */
export function aptCommands(file: Dockerfile, ...actions: string[]): AptCommand[] {
  const found: AptCommand[] = [];
  for (const command of file.commands('apt-get', 'apt')) {
    const read = readApt(command);
    if (read?.action.value && actions.includes(read.action.value)) found.push(read);
  }
  return found;
}

function readApt(command: Command): AptCommand | null {
  let action: Arg | null = null;
  let unknownOptions = false;
  let quiet = 0;
  for (const [i, arg] of command.args.entries()) {
    const text = arg.value ?? '';
    if (WITH_VALUE.test(command.args[i - 1]?.text ?? '')) continue;
    if (arg.value === null && (!action || /opt|arg|flag|yes/i.test(arg.text))) unknownOptions = true;
    else if (text.startsWith('-')) quiet += quietLevel(text);
    else if (arg.value !== null) action ??= arg;
  }
  if (!action) return null;
  return {
    command,
    action,
    assumesYes: command.has('-y', '--yes', '--assume-yes') || quiet >= 2 || sets(command, 'apt::get::assume-yes'),
    simulates: command.has(...SIMULATES),
    unknownOptions,
  };
}

/** Two levels of quiet imply yes. */
function quietLevel(option: string): number {
  const level = /^(?:-q|--quiet)=(\d)/.exec(option)?.[1];
  if (level !== undefined) return Number(level);
  if (option === '--quiet') return 1;
  return /^-[a-zA-Z]+$/.test(option) ? option.split('q').length - 1 : 0;
}

/** Whether an option on the command line speaks of this setting; lower case. */
const sets = (command: Command, setting: string): boolean => command.args.some((arg) => arg.text.toLowerCase().includes(setting));

/** Whether the command or any file that the Dockerfile writes speaks of one of apt's settings. */
export function aptConfigured(file: Dockerfile, setting: string): boolean {
  const wanted = setting.toLowerCase();
  return file
    .instructions('RUN', 'COPY', 'ADD', 'ONBUILD')
    .some(({ range }) => file.source.text.slice(range.start, range.end).toLowerCase().includes(wanted));
}
