// Completion for fish.
import type { Command, Option } from '../command.ts';
import { COMMANDS } from '../commands.ts';
import { operandWords } from './words.ts';

export function fish(): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const line = (condition: string, rest: string) => `complete -c hullcheck -n ${quoted(condition)} ${rest}`;
  const option = (command: Command, { name, short, value, choices, help }: Option) =>
    line(
      `__fish_seen_subcommand_from ${command.name}`,
      [
        `-l ${name}`,
        short && `-s ${short}`,
        value && (choices ? `-x -a ${quoted(choices.join(' '))}` : '-r'),
        `-d ${quoted(help)}`,
      ]
        .filter(Boolean)
        .join(' '),
    );
  return [
    'complete -c hullcheck -f',
    ...COMMANDS.map(({ name, summary }) => line('__fish_use_subcommand', `-a ${name} -d ${quoted(summary)}`)),
    ...COMMANDS.flatMap((command) => command.options.map((one) => option(command, one))),
    ...COMMANDS.filter(({ operands }) => operands.complete === 'files').map(({ name }) =>
      line(`__fish_seen_subcommand_from ${name}`, '-F'),
    ),
    ...COMMANDS.filter((command) => operandWords(command).length).map((command) =>
      line(`__fish_seen_subcommand_from ${command.name}`, `-a ${quoted(operandWords(command).join(' '))}`),
    ),
    '',
  ].join('\n');
}
