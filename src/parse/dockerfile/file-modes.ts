// Every place that sets the mode of files: chmod, `mkdir -m`, `install -m`, and COPY or ADD with --chmod.
import type { Range } from '../../model.ts';
import type { Command } from '../shell/model.ts';
import type { Dockerfile, Instruction } from './model.ts';

export interface FileMode {
  readonly instruction: Instruction;
  /** `null` for --chmod. */
  readonly command: Command | null;
  readonly mode: string;
  readonly range: Range;
  /** Its range is 1:1, so that a fix may replace it. */
  readonly exact: boolean;
}

export function fileModes(file: Dockerfile): FileMode[] {
  const found: FileMode[] = [];
  for (const command of file.commands('chmod', 'mkdir', 'install')) {
    const word =
      command.name === 'chmod' ? command.args.find(({ text }) => !/^-(?:[A-Zcfv-]|$)/.test(text)) : valueOfMode(command);
    if (word?.value)
      found.push({
        instruction: command.instruction,
        command,
        mode: word.value,
        range: word.range,
        exact: command.exact && !word.quoted,
      });
  }
  for (const instruction of file.instructions('COPY', 'ADD')) {
    const flag = instruction.flag('chmod');
    if (flag?.value && flag.valueRange)
      found.push({ instruction, command: null, mode: flag.value, range: flag.valueRange, exact: true });
  }
  return found;
}

const valueOfMode = ({ args }: Command) => args.find((_, i) => /^(?:-[a-z]*m|--mode)$/.test(args[i - 1]?.text ?? ''));
