// Where a Dockerfile turns off that certificates are checked: variables, options, settings of tools.
import type { Range } from '../model.ts';
import type { Dockerfile } from './dockerfile/model.ts';
import { withoutWords } from './dockerfile/without-words.ts';
import type { Arg, Command } from './shell/model.ts';
import { withoutCommand } from './shell/without-command.ts';

export interface UnverifiedTls {
  readonly at: Range;
  /** As it is written, without its value. */
  readonly word: string;
  /** `null`: a variable of the image, which holds for every program. */
  readonly program: string | null;
  /** What turns it on again. */
  readonly edit: { readonly range: Range; readonly text: string } | null;
}

/** Variables and the values that turn the check off. Git looks only whether its one is set. */
const VARIABLES: ReadonlyMap<string, RegExp> = new Map([
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['GIT_SSL_NO_VERIFY', /./],
  ['NPM_CONFIG_STRICT_SSL', /^false$/i],
  ['PIP_TRUSTED_HOST', /./],
]);
/** curl's options without value, in one word: `-fsSLk`. */
const CLUSTER = /^-[#fgiIjklLnNOqRsSv]{2,}o?$/;
const FLAGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['curl', ['-k', '--insecure', '--proxy-insecure']],
  ['wget', ['--no-check-certificate']],
  ['npm', ['--no-strict-ssl', '--strict-ssl=false']],
  ['yarn', ['--no-strict-ssl', '--strict-ssl=false']],
]);
/** Settings that are given as two words or with `=`, by the programs that have them. */
const SETTINGS: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['npm yarn pnpm', /^strict-ssl$/],
      ['git', /^http\.(?:.{1,200}\.)?sslverify$/i],
      ['conda mamba', /^ssl_verify$/],
      ['yum dnf dnf5 tdnf yum-config-manager', /^--setopt=(?:[\w*-]{1,100}\.)?sslverify$/],
    ] as const
  ).flatMap(([programs, setting]) => programs.split(' ').map((program) => [program, setting] as const)),
);
const NO = /^(?:false|0|no|off)$/i;

export const turnsTlsOff = (name: string, value: string): boolean => VARIABLES.get(name.toUpperCase())?.test(value) === true;

export function unverifiedTls(file: Dockerfile): UnverifiedTls[] {
  const found = file.instructions('ENV', 'ARG').flatMap(({ pairs }) =>
    pairs.flatMap(({ name, value }): UnverifiedTls[] => {
      return value && turnsTlsOff(name.value, value.value)
        ? [{ at: name.range, word: name.value, program: null, edit: null }]
        : [];
    }),
  );
  for (const command of file.commands()) {
    if (command.assignments.length > 0 || command.name === 'export') found.push(...byVariables(file, command));
    const flags = FLAGS.get(command.name);
    if (flags) found.push(...byOptions(file, command, flags));
    const setting = SETTINGS.get(command.name);
    if (setting) found.push(...bySettings(file, command, setting));
  }
  return found;
}

function byVariables(file: Dockerfile, command: Command): UnverifiedTls[] {
  const { text } = file.source;
  const own = command.assignments.flatMap(({ name, nameRange, value, range }): UnverifiedTls[] => {
    if (!value?.value || !turnsTlsOff(name, value.value)) return [];
    const blanks = /^[ \t]{1,100}/.exec(text.slice(range.end, range.end + 100))?.[0].length ?? 0;
    const edit =
      command.exact && command.name !== '' && blanks > 0
        ? { range: { start: range.start, end: range.end + blanks }, text: '' }
        : null;
    return [{ at: nameRange, word: name, program: command.name || 'the shell', edit }];
  });
  if (command.name !== 'export') return own;
  const exported = command.args.flatMap(({ range, text: word, value }): UnverifiedTls[] => {
    const [name = '', setting = ''] = (value ?? '').split('=', 2);
    return turnsTlsOff(name, setting)
      ? [
          {
            at: { start: range.start, end: range.start + Math.min(name.length, word.length) },
            word: name,
            program: 'the rest of the RUN',
            edit: null,
          },
        ]
      : [];
  });
  return [...own, ...exported];
}

function byOptions(file: Dockerfile, { name, args, exact }: Command, flags: readonly string[]): UnverifiedTls[] {
  return args.flatMap(({ value, range }): UnverifiedTls[] => {
    const clustered = name === 'curl' && value !== null && CLUSTER.test(value) && value.includes('k');
    if (value === null || !(flags.includes(value) || clustered)) return [];
    const words = withoutWords(file, range);
    const edit = clustered ? { range, text: value.replaceAll('k', '') } : words && { range: words, text: '' };
    return [{ at: range, word: value, program: name, edit: exact ? edit : null }];
  });
}

function bySettings(file: Dockerfile, command: Command, wanted: RegExp): UnverifiedTls[] {
  return command.args.flatMap(({ value, range }, i): UnverifiedTls[] => {
    const equals = value?.lastIndexOf('=') ?? -1;
    const split = value !== null && equals > 0 && !wanted.test(value);
    const key = split ? value.slice(0, equals) : value;
    const setting: string | null | undefined = split ? value.slice(equals + 1) : nextValue(command.args, i);
    if (!key || !wanted.test(key) || !NO.test(setting ?? '')) return [];
    const configures = command.args.some(
      (arg) => arg.value === 'config' || arg.value === 'config-manager' || arg.value === 'set',
    );
    const whole = configures ? withoutCommand(file, command) : null;
    return [{ at: range, word: key, program: command.name, edit: whole && { range: whole, text: '' } }];
  });
}

const nextValue = (args: readonly Arg[], i: number) => args[i + 1]?.value;
