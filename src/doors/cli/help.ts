// Help texts, made of the table of commands.
import type { Command, Option } from './command.ts';
import { COMMANDS, GLOBAL } from './commands.ts';

const WIDTH = 100;

export function help(command: Command | null): string {
  return command ? commandHelp(command) : mainHelp();
}

function mainHelp(): string {
  return [
    'Reviews Dockerfiles and Compose files: what is wrong, why it matters, and how to fix it.',
    '',
    'Usage: hullcheck COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...columns(COMMANDS.map(({ name, operands, summary }) => [`${name} ${operands.shown}`.trim(), summary])),
    '',
    'Options:',
    ...columns(GLOBAL.map(described)),
    '',
    'Exit codes: 0 nothing found at or above --fail-on, 1 something found, 2 something could not be done.',
    'Each command has its own help with examples: hullcheck check --help',
    '',
  ].join('\n');
}

function commandHelp({ name, summary, about, operands, options, examples }: Command): string {
  return [
    summary,
    '',
    `Usage: hullcheck ${[name, operands.shown, '[OPTIONS]'].filter(Boolean).join(' ')}`,
    ...about.flatMap((paragraph) => ['', ...wrapped(paragraph, WIDTH)]),
    '',
    'Options:',
    ...columns(options.map(described)),
    '',
    'Examples:',
    ...examples.flatMap(([line, what]) => [`  ${line}`, `      ${what}`]),
    '',
  ].join('\n');
}

function described({ name, short, value, choices, help: text }: Option): readonly [string, string] {
  const left = `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
  return [left, choices ? `${text} One of ${choices.join(', ')}.` : text];
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([first]) => first.length)) + 4;
  return rows.flatMap(([first, second]) =>
    wrapped(second, WIDTH - left).map((line, i) => (i === 0 ? `  ${first}` : '').padEnd(left) + line),
  );
}

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
