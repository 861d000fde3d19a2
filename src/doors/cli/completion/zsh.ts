// Completion for zsh.
import type { Command, Option } from '../command.ts';
import { COMMANDS } from '../commands.ts';
import { dashed, operandWords } from './words.ts';

export function zsh(): string {
  const quoted = (text: string) => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, '\\$&');
  const action = ({ value, choices }: Option) =>
    value ? `:${quoted(value)}:${choices ? `(${choices.join(' ')})` : '_files'}` : '';
  const specs = (option: Option) =>
    dashed(option).map((dash) => `'${option.repeat ? '*' : ''}${dash}[${quoted(option.help)}]${action(option)}'`);
  const operands = (command: Command) =>
    command.operands.complete === 'files'
      ? ["'*:file:_files'"]
      : operandWords(command).length
        ? [`':shell:(${operandWords(command).join(' ')})'`]
        : [];
  return [
    '#compdef hullcheck',
    '_hullcheck() {',
    '  if (( CURRENT == 2 )); then',
    '    local -a commands',
    `    commands=(${COMMANDS.map(({ name, summary }) => `'${name}:${quoted(summary)}'`).join(' ')})`,
    "    _describe 'command' commands",
    '    return',
    '  fi',
    `  local command="\${words[2]}"`,
    '  shift words',
    '  (( CURRENT-- ))',
    '  case "$command" in',
    ...COMMANDS.map(
      (command) => `    ${command.name}) _arguments ${[...command.options.flatMap(specs), ...operands(command)].join(' ')} ;;`,
    ),
    '  esac',
    '}',
    `if [ "\${funcstack[1]}" = _hullcheck ]; then _hullcheck "$@"; else compdef _hullcheck hullcheck; fi`,
    '',
  ].join('\n');
}
