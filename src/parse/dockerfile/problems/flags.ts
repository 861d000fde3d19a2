// Flags that an instruction does not take, that are given twice, or have no or a wrong value.
import { nearest } from '../../nearest.ts';
import type { InstructionNode } from '../instruction.ts';
import { type FlagKind, INSTRUCTIONS } from '../keywords.ts';
import type { Flag } from '../model.ts';
import { quote, type Report } from './report.ts';

export function checkFlags(instruction: InstructionNode, report: Report): void {
  if (instruction.flags.length === 0) return;
  const known = INSTRUCTIONS.get(instruction.keyword);
  if (!known || (instruction.keyword === 'HEALTHCHECK' && /^none$/i.test(instruction.text))) return;
  const seen = new Set<string>();
  for (const flag of instruction.flags) {
    const kind = Object.hasOwn(known, flag.name) ? known[flag.name] : undefined;
    if (kind === undefined) {
      const names = Object.keys(known);
      const near = nearest(flag.name, names);
      report(
        'unknown-flag',
        flag.range,
        `${instruction.keyword} has no flag ${quote(`--${flag.name}`)}.`,
        unknownHint(near, names),
        near === null ? undefined : { range: flag.nameRange, text: near },
      );
      continue;
    }
    if (seen.has(flag.name) && kind !== 'texts') {
      report('duplicate-flag', flag.range, `--${flag.name} is given twice.`, 'Keep one of the two.');
    }
    seen.add(flag.name);
    checkValue(flag, kind, report);
  }
}

function unknownHint(near: string | null, names: readonly string[]): string {
  if (near) return `Did you mean --${near}?`;
  return names.length > 0 ? `It takes ${names.map((name) => `--${name}`).join(', ')}.` : 'It takes no flags.';
}

function checkValue(flag: Flag, kind: FlagKind, report: Report): void {
  const { value } = flag;
  if (kind !== 'boolean') {
    if (value === null) report('flag-value', flag.range, `--${flag.name} has no value.`, `Write --${flag.name}=<value>.`);
  } else if (value !== null && !/^(?:true|false)$/i.test(value)) {
    report('flag-value', flag.range, `--${flag.name} is true or false, not ${quote(value)}.`);
  }
}
