// RUN --mount, --network and --security with keys and values that do not exist.
import { nearest } from '../../nearest.ts';
import type { Flag } from '../model.ts';
import { type Mount, readMount } from '../run-mount.ts';
import { mountFault } from './mount-values.ts';
import { type Check, type Evaluate, quote } from './report.ts';

const MODES: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'none', 'host'],
  security: ['sandbox', 'insecure'],
};

export const checkMounts: Check = (instruction, report, evaluate) => {
  if (instruction.keyword !== 'RUN') return;
  for (const flag of instruction.flags) {
    const allowed = Object.hasOwn(MODES, flag.name) ? MODES[flag.name] : undefined;
    if (allowed && flag.value !== null && !allowed.includes(flag.value)) {
      const near = nearest(flag.value, allowed);
      const hint = near ? `Did you mean ${near}?` : `Use ${allowed.join(', ')}.`;
      report('invalid-mount', flag.range, `${flag.name} cannot be ${quote(flag.value)}.`, hint);
    }
    const fault = flag.name === 'mount' ? faultOf(flag, evaluate) : null;
    if (fault) report('invalid-mount', flag.range, fault.message, fault.hint);
  }
};

function faultOf({ value }: Flag, evaluate: Evaluate) {
  if (value === null) return null;
  const fields = readMount(value);
  if (!fields) return { message: `A quote stands wrongly in ${quote(value)}.`, hint: 'Put it around a whole key=value.' };
  const from = fields.find(({ key, value: source }) => key === 'from' && source !== null && /\$./.test(source));
  if (from) {
    const message = `from=${from.value} of a mount cannot hold a variable.`;
    return { message, hint: 'Name a stage FROM that variable, and mount from the stage.' };
  }
  const known: Mount = fields.map(({ key, value: text }) => {
    if (text === null || key === 'from' || !/[$"'\\]/.test(text)) return { key, value: text };
    return { key, value: evaluate(text).value ?? undefined };
  });
  return mountFault(known);
}
