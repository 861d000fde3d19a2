// What check and fix are asked to look at: paths, and a text on standard input.
import path from 'node:path';
import type { DiskOptions } from '../../change/disk.ts';
import { relative } from '../../change/disk.ts';
import { FILE_BYTES } from '../../limits.ts';
import { type Invocation, optionOf } from './command.ts';
import { Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';

/** Reads standard input where a path is `-`. */
export async function inputOf(invocation: Invocation, terminal: Terminal): Promise<Pick<DiskOptions, 'paths' | 'given'>> {
  const { operands } = invocation;
  const named = optionOf(invocation, 'stdin-filename');
  if (!operands.includes('-')) {
    if (named !== undefined) throw new Refusal('--stdin-filename names what "-" reads, but "-" is not among the paths.');
    return { paths: operands.length > 0 ? operands : ['.'] };
  }
  const bytes = await terminal.input(FILE_BYTES);
  const shown = named === undefined ? 'stdin' : relative(terminal.cwd, path.resolve(terminal.cwd, named));
  return { paths: operands.filter((one) => one !== '-'), given: { path: shown, bytes } };
}
