// Completion for bash.
import type { Command } from '../command.ts';
import { COMMANDS, GLOBAL } from '../commands.ts';
import { dashed, operandWords } from './words.ts';

export function bash(): string {
  const names = COMMANDS.map(({ name }) => name);
  const values = (command: Command) =>
    command.options
      .filter(({ value }) => value)
      .map(
        (option) =>
          `      ${dashed(option).join('|')}) ${option.choices ? `COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$word"))` : 'COMPREPLY=($(compgen -f -- "$word"))'}; return ;;`,
      );
  const cases = COMMANDS.flatMap((command) => [
    `    ${command.name})`,
    '      case "$before" in',
    ...values(command),
    '      esac',
    `      words='${[...command.options.flatMap(dashed), ...operandWords(command)].join(' ')}'`,
    `      ${command.operands.complete === 'files' ? 'files=1' : 'files='} ;;`,
  ]);
  return [
    '_hullcheck() {',
    `  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words files=`,
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W '${[...names, ...GLOBAL.flatMap(dashed)].join(' ')}' -- "$word"))`,
    '    return',
    '  fi',
    `  case "\${COMP_WORDS[1]}" in`,
    ...cases,
    '    *) return ;;',
    '  esac',
    '  case "$word" in',
    '    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;',
    '    *) if [ -n "$files" ]; then COMPREPLY=($(compgen -f -- "$word")); else COMPREPLY=($(compgen -W "$words" -- "$word")); fi ;;',
    '  esac',
    '}',
    'complete -o filenames -F _hullcheck hullcheck',
    '',
  ].join('\n');
}
