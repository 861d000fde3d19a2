// ONBUILD with an instruction that cannot be a trigger.
import type { InstructionNode } from '../instruction.ts';
import type { Report } from './report.ts';

const FORBIDDEN = new Set(['FROM', 'MAINTAINER', 'ONBUILD']);

export function checkOnbuild({ trigger }: InstructionNode, report: Report): void {
  if (!trigger || !FORBIDDEN.has(trigger.keyword)) return;
  report(
    'invalid-onbuild',
    trigger.keywordRange,
    `${trigger.keyword} cannot be an ONBUILD trigger.`,
    'Use another instruction or remove the line.',
  );
}
