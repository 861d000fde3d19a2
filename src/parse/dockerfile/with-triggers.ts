// Instructions together with those that ONBUILD keeps for the images that are built on top.
import type { Dockerfile, Instruction } from './model.ts';

/** Of these keywords, in the order of the text. */
export function withTriggers(file: Dockerfile, ...keywords: string[]): readonly Instruction[] {
  const own = file.instructions(...keywords);
  const kept = file
    .instructions('ONBUILD')
    .flatMap(({ trigger }) => (trigger && keywords.includes(trigger.keyword) ? [trigger] : []));
  return kept.length > 0 ? [...own, ...kept].sort((a, b) => a.range.start - b.range.start) : own;
}
