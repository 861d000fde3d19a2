// Arguments → which command with which options, or the sentence that says what is wrong with them.
import { nearest } from '../../parse/nearest.ts';
import type { Command, Invocation, Option } from './command.ts';
import { COMMANDS, GLOBAL } from './commands.ts';
import { type GivenOption, tokens } from './tokens.ts';

export type Read =
  | { kind: 'run'; invocation: Invocation }
  | { kind: 'help'; command: Command | null }
  | { kind: 'version' }
  | { kind: 'wrong'; problem: string; command: Command | null };

const ALL: readonly Option[] = [...GLOBAL, ...COMMANDS.flatMap(({ options }) => options)];

export function readArguments(args: readonly string[]): Read {
  const { words, options: given } = tokens(args, ALL);
  const asksHelp = given.some((token) => token.name === 'help');
  const [word, ...operands] = words;
  if (word === 'help' || word === undefined) {
    if (given.some((token) => token.name === 'version')) return { kind: 'version' };
    const about = operands[0];
    const command = COMMANDS.find(({ name }) => name === about) ?? null;
    if (about !== undefined && !command) return { kind: 'wrong', problem: unknownCommand(about), command: null };
    if (word === 'help' || asksHelp) return { kind: 'help', command };
    const stray = given[0];
    return { kind: 'wrong', problem: stray ? unknownOption(stray, GLOBAL) : 'Which command?', command: null };
  }
  const command = COMMANDS.find(({ name }) => name === word);
  if (!command) return { kind: 'wrong', problem: unknownCommand(word), command: null };
  if (asksHelp) return { kind: 'help', command };
  const options = new Map<string, string[]>();
  for (const token of given.map((one) => formatOrFile(one, command))) {
    const option = command.options.find(({ name }) => name === token.name);
    const problem = option ? wrongValue(option, token) : unknownOption(token, command.options);
    if (!option || problem) return { kind: 'wrong', problem: problem ?? '', command };
    options.set(option.name, [...(options.get(option.name) ?? []), ...(option.value ? [token.value ?? ''] : [])]);
  }
  if (operands.length > command.operands.most) {
    const takes = command.operands.most === 0 ? 'takes no arguments' : `takes only ${command.operands.shown}`;
    return { kind: 'wrong', problem: `"${command.name}" ${takes}, but "${operands[command.operands.most]}" was given.`, command };
  }
  return { kind: 'run', invocation: { command, operands, options } };
}

/** `-f` names a Compose file, as in docker compose, where its value is no format. */
function formatOrFile(token: GivenOption, { options }: Command): GivenOption {
  const format = token.written === '-f' ? options.find(({ name }) => name === token.name) : undefined;
  const takesFiles = options.some(({ name }) => name === 'file');
  const { value = '' } = token;
  if (!format?.choices || !takesFiles || !/[./\\]/.test(value)) return token;
  return { ...token, name: 'file' };
}

function unknownCommand(word: string): string {
  const near = nearest(
    word,
    COMMANDS.map(({ name }) => name),
  );
  if (near) return `There is no command "${word}". Did you mean "${near}"?`;
  const path = /[./\\]|file$/i.test(word) ? ` To review a file: hullcheck check ${word}` : '';
  return `There is no command "${word}".${path}`;
}

function unknownOption({ written, name }: GivenOption, options: readonly Option[]): string {
  const near =
    written.startsWith('--') &&
    nearest(
      name,
      options.map((option) => option.name),
    );
  return `There is no option "${written}" here.${near ? ` Did you mean "--${near}"?` : ''}`;
}

/** What is wrong with the value of an option, or `null`. */
function wrongValue({ name, value, choices }: Option, token: GivenOption): string | null {
  if (!value) return token.inline ? `"--${name}" takes no value.` : null;
  const given = token.value;
  if (given === undefined || given === '' || (!token.inline && /^-./.test(given)))
    return `"--${name}" needs a value: --${name} ${value}`;
  if (!choices || choices.includes(given)) return null;
  const near = nearest(given, choices);
  return `"--${name} ${given}": ${near ? `did you mean "${near}"? It` : 'it'} is one of ${choices.join(', ')}.`;
}
