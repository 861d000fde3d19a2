// What a finding about a command is recognised by: the command and its first operands, whatever options it gets.
import type { Command } from '../shell/model.ts';
import type { Dockerfile } from './model.ts';

const OPERANDS = 4;

export function commandSubject(file: Dockerfile, command: Command): string {
  const operands = command.operands.slice(0, OPERANDS).map((operand) => operand.text.replace(/\s+/g, ' ').slice(0, 40));
  return [file.subject(command.nameRange), ...operands].join(' ');
}
