// Files that nobody wrote: seeds changed by chance, each in a folder of its own for the judge.
import { join } from 'node:path';
import { type Subject, textSubject } from '../../test/oracle/subjects.ts';
import { mutate } from '../fuzz/mutate.ts';
import { random } from '../fuzz/random.ts';
import type { Seeds } from '../fuzz/seeds.ts';

const KINDS = ['dockerfile', 'compose'] as const;
const STRIDE = 1_000_003;

/** `count` texts, the same for the same seed. A lone surrogate has no bytes, and is left out. */
export function* mutatedSubjects(seeds: Seeds, seed: number, count: number, work: string): Generator<Subject> {
  for (let index = 0; index < count; index++) {
    const kind = KINDS[index % KINDS.length] ?? 'dockerfile';
    const text = mutate(random(seed * STRIDE + index), seeds[kind], kind).toWellFormed();
    const name = `mutated ${kind} ${index} of seed ${seed}`;
    yield textSubject(kind, name, text, join(work, `mutated-${index}`));
  }
}
