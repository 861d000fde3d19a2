// HEALTHCHECK: its type, its command, and the values of its flags.
import type { InstructionNode } from '../instruction.ts';
import type { Flag } from '../model.ts';
import { goDuration } from './duration.ts';
import { quote, type Report } from './report.ts';

const DURATIONS = ['interval', 'timeout', 'start-period', 'start-interval'];
const MILLISECOND = 1e6;
const MAX_RETRIES = 2_147_483_647;

export function checkHealthcheck(instruction: InstructionNode, report: Report): void {
  const [type, ...command] = instruction.keyword === 'HEALTHCHECK' ? instruction.words : [];
  if (!type) return;
  const kind = type.text.toUpperCase();
  if (kind === 'NONE') {
    if (command.length > 0)
      report('invalid-healthcheck', instruction.arguments, 'HEALTHCHECK NONE takes no arguments.', 'Remove what follows NONE.');
    return;
  }
  if (kind !== 'CMD') {
    report(
      'invalid-healthcheck',
      type.range,
      `HEALTHCHECK takes CMD or NONE, not ${quote(type.text)}.`,
      'Write HEALTHCHECK CMD <command>.',
    );
  } else if (command.length === 0) {
    report(
      'missing-argument',
      instruction.arguments,
      'HEALTHCHECK CMD has no command.',
      'Write the command that tells whether the container works.',
    );
  }
  for (const flag of instruction.flags) {
    if (flag.value === null || flag.value === '') continue;
    if (DURATIONS.includes(flag.name)) checkDuration(flag, flag.value, report);
    else if (flag.name === 'retries') checkRetries(flag, flag.value, report);
  }
}

function checkDuration(flag: Flag, value: string, report: Report): void {
  const length = goDuration(value);
  if (length === null)
    report(
      'invalid-duration',
      flag.range,
      `${quote(value)} is no duration.`,
      'Write a number with a unit, such as 30s or 1m30s.',
    );
  else if (length !== 0 && length < MILLISECOND) {
    report('invalid-duration', flag.range, `--${flag.name} cannot be shorter than 1ms.`, 'Write a longer time.');
  }
}

function checkRetries(flag: Flag, value: string, report: Report): void {
  const count = /^[-+]?\d+$/.test(value) ? Number(value) : Number.NaN;
  if (count >= 0 && count <= MAX_RETRIES) return;
  report('invalid-retries', flag.range, `--retries is a whole number from 0, not ${quote(value)}.`);
}
