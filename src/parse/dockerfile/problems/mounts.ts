// RUN --mount, --network and --security with values that do not exist.
import { nearest } from '../../nearest.ts';
import type { InstructionNode } from '../instruction.ts';
import type { Flag } from '../model.ts';
import { quote, type Report } from './report.ts';

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  type: ['bind', 'cache', 'tmpfs', 'secret', 'ssh'],
  sharing: ['shared', 'private', 'locked'],
  network: ['default', 'none', 'host'],
  security: ['sandbox', 'insecure'],
};
const KEYS =
  'type from source src target dst destination readonly ro readwrite rw required size id sharing mode uid gid env'.split(' ');
const BARE = new Set(['readonly', 'ro', 'readwrite', 'rw', 'required']);

export function checkMounts(instruction: InstructionNode, report: Report): void {
  if (instruction.keyword !== 'RUN') return;
  for (const flag of instruction.flags) {
    if (flag.name === 'mount') checkMount(flag, report);
    else if (flag.name === 'network' || flag.name === 'security') checkChoice(flag, flag.name, flag.value ?? '', report);
  }
}

function checkChoice(flag: Flag, key: string, value: string, report: Report): void {
  const allowed = ALLOWED[key];
  if (!allowed || value === '' || value.includes('$') || allowed.includes(value.toLowerCase())) return;
  const near = nearest(value, allowed);
  report(
    'invalid-mount',
    flag.range,
    `${key} cannot be ${quote(value)}.`,
    near ? `Did you mean ${near}?` : `Use ${allowed.join(', ')}.`,
  );
}

function checkMount(flag: Flag, report: Report): void {
  const { value } = flag;
  if (value === null || value.includes('"')) return;
  for (const field of value.split(',')) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    if (!KEYS.includes(key)) {
      const near = nearest(key, KEYS);
      report(
        'invalid-mount',
        flag.range,
        `A mount has no ${quote(key)}.`,
        near ? `Did you mean ${near}?` : `It has ${KEYS.join(', ')}.`,
      );
    } else if (equals < 0) {
      if (!BARE.has(key)) report('invalid-mount', flag.range, `${key} of a mount has no value.`, `Write ${key}=<value>.`);
    } else checkField(flag, key, field.slice(equals + 1), report);
  }
}

function checkField(flag: Flag, key: string, value: string, report: Report): void {
  if (key === 'from' && value.includes('$') && !value.endsWith('$')) {
    const hint = 'Name a stage FROM that variable, and mount from the stage.';
    report('invalid-mount', flag.range, `from=${value} of a mount cannot hold a variable.`, hint);
  } else checkChoice(flag, key, value, report);
}
