// Jobs that run the misbehaving program instead of the review, under limits of one's own.
import { fileURLToPath } from 'node:url';
import { type Limits, limits } from '../../src/job/inside.ts';
import { processRunner } from '../../src/job/process.ts';
import { programHere } from '../../src/job/program.ts';
import type { Runner } from '../../src/job/runner.ts';
import type { Rule } from '../../src/rule.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const program = { entry: path('stand-in.ts'), reads: [...programHere().reads, path('./')] };

export const misbehaving = (rules: readonly Rule[], own: Partial<Limits> = {}): Runner =>
  processRunner({ rules, program, limits: { ...limits, ...own } });
