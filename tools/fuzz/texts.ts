// The texts of a run: each follows from the seed and its number alone, so that it can be made again.
import { mutate } from './mutate.ts';
import { random } from './random.ts';
import type { Seeds } from './seeds.ts';
import type { TextKind } from './words.ts';

const KINDS: readonly TextKind[] = ['dockerfile', 'shell', 'compose'];
/** Reviews cost more than reading, so only some texts meet every rule. */
const REVIEWED = 16;
const STRIDE = 1_000_003;

export interface Text {
  kind: TextKind;
  text: string;
  reviewed: boolean;
}

export function textOf(seeds: Seeds, seed: number, index: number): Text {
  const kind = KINDS[index % KINDS.length] ?? 'dockerfile';
  return { kind, text: mutate(random(seed * STRIDE + index), seeds[kind], kind), reviewed: index % REVIEWED === 0 };
}
