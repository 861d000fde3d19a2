// RUN --mount, --network and --security with keys and values that do not exist.
import { nearest } from '../../nearest.ts';
import type { InstructionNode } from '../instruction.ts';
import type { Flag } from '../model.ts';
import { type Mount, readMount } from '../run-mount.ts';
import { mountFault } from './mount-values.ts';
import { type Build, type Check, type Evaluate, quote } from './report.ts';

const MODES: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'none', 'host'],
  security: ['sandbox', 'insecure'],
};

export const checkMounts: Check = (instruction, report, evaluate, build) => {
  if (instruction.keyword !== 'RUN') return;
  for (const flag of instruction.flags) {
    const allowed = Object.hasOwn(MODES, flag.name) ? MODES[flag.name] : undefined;
    if (allowed && flag.value !== null && !allowed.includes(flag.value)) {
      const near = nearest(flag.value, allowed);
      const hint = near ? `Did you mean ${near}?` : `Use ${allowed.join(', ')}.`;
      report('invalid-mount', flag.range, `${flag.name} cannot be ${quote(flag.value)}.`, hint);
    }
    const fault = flag.name === 'mount' ? faultOf(flag, evaluate, () => folderOf(instruction, build)) : null;
    if (fault) report('invalid-mount', flag.range, fault.message, fault.hint);
  }
};

function faultOf({ value }: Flag, evaluate: Evaluate, folder: () => string | null) {
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
  return mountFault(known, folder);
}

/** The folder that relative paths begin at; `null` when it is not known. */
function folderOf(instruction: InstructionNode, { evaluate, isPlain }: Build): string | null {
  const { stage } = instruction;
  if (!stage) return null;
  const chain = [stage, ...stage.ancestors()];
  let below = '';
  for (const workdir of chain.flatMap((one) => one.instructionsOf('WORKDIR').toReversed())) {
    if (workdir.range.start > instruction.range.start) continue;
    const { value } = evaluate(workdir.text, workdir);
    if (value === null || below.length > MAX_PATH) return null;
    below = `${value}/${below}`;
    if (value.startsWith('/')) return below;
  }
  return isPlain || chain.at(-1)?.image?.text === 'scratch' ? `/${below}` : null;
}

const MAX_PATH = 4096;
