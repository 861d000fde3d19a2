// Commands that run another command: where that one begins among their arguments.
import type { Arg } from './model.ts';

interface Wrapper {
  /** Options that take the next word. */
  readonly values?: string;
  readonly longValues?: readonly string[];
  /** Words in front of the command: a user, a duration, a directory. */
  readonly operands?: number;
  readonly assignments?: boolean;
  /** With one of these it runs nothing. */
  readonly unless?: readonly string[];
}

const user: Wrapper = { operands: 1 };
const plainWrapper: Wrapper = {};

const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  [
    'sudo',
    {
      values: 'CDghpRrTtUu',
      longValues: ['--user', '--group', '--host', '--prompt', '--chdir', '--chroot', '--role', '--type', '--other-user'],
      assignments: true,
      unless: ['-l', '-v', '-k', '-K', '-e', '-V'],
    },
  ],
  ['doas', { values: 'uC' }],
  ['env', { values: 'uC', longValues: ['--unset', '--chdir'], assignments: true }],
  ['exec', { values: 'a' }],
  ['time', { values: 'fo', longValues: ['--format', '--output'] }],
  ['nice', { values: 'n', longValues: ['--adjustment'] }],
  ['ionice', { values: 'cn', longValues: ['--class', '--classdata'], unless: ['-p'] }],
  ['chrt', { operands: 1 }],
  ['nohup', plainWrapper],
  ['setsid', plainWrapper],
  ['timeout', { values: 'ks', longValues: ['--kill-after', '--signal'], operands: 1 }],
  ['stdbuf', { values: 'ioe', longValues: ['--input', '--output', '--error'] }],
  [
    'xargs',
    {
      values: 'aEILnPsd',
      longValues: ['--arg-file', '--max-args', '--max-procs', '--max-lines', '--replace', '--delimiter', '--max-chars'],
    },
  ],
  ['parallel', { values: 'jaNnI', longValues: ['--jobs', '--arg-file'] }],
  ['chroot', { operands: 1 }],
  ['gosu', user],
  ['su-exec', user],
  ['setpriv', { longValues: ['--reuid', '--regid', '--groups', '--inh-caps', '--ambient-caps', '--bounding-set'] }],
  ['runuser', { values: 'ugG', longValues: ['--user', '--group'], unless: ['-c', '-l', '--command'] }],
  ['command', { unless: ['-v', '-V'] }],
  ['builtin', plainWrapper],
  ['busybox', plainWrapper],
  ['fakeroot', plainWrapper],
  ['eatmydata', plainWrapper],
  ['chronic', plainWrapper],
  ['unbuffer', plainWrapper],
  ['xvfb-run', { values: 'nefpsw', longValues: ['--server-args', '--server-num', '--error-file'] }],
  ['tini', { values: 'ep' }],
  ['dumb-init', { longValues: ['--rewrite'] }],
]);

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** Index among the arguments of the command that a wrapper runs, or -1. */
export function wrappedAt(name: string, args: readonly Arg[]): number {
  const wrapper = WRAPPERS.get(name);
  if (!wrapper) return -1;
  let operands = wrapper.operands ?? 0;
  for (let at = 0; at < args.length; at++) {
    const text = args[at]?.value ?? args[at]?.text ?? '';
    if (text === '--') return operands === 0 && at + 1 < args.length ? at + 1 : -1;
    if (text.startsWith('-') && text.length > 1) {
      if (wrapper.unless?.some((flag) => text === flag)) return -1;
      if (takesNext(wrapper, text)) at++;
    } else if (!(wrapper.assignments && ASSIGNMENT.test(text)) && operands-- <= 0) return at;
  }
  return -1;
}

/** Whether an option's value is the next word: `-u root`, `-Eu root`, `--user root`; not `-uroot`, `--user=root`. */
function takesNext(wrapper: Wrapper, option: string): boolean {
  if (option.startsWith('--')) return wrapper.longValues?.includes(option) ?? false;
  const letters = [...option.slice(1)];
  const first = letters.findIndex((letter) => wrapper.values?.includes(letter));
  return first >= 0 && first === letters.length - 1;
}
