// What check and fix are asked to look at: paths, and a text on standard input.
import path from 'node:path';
import type { DiskOptions } from '../../change/disk.ts';
import { relative } from '../../change/disk.ts';
import { FILE_BYTES } from '../../limits.ts';
import { type Invocation, optionOf } from './command.ts';
import { Refusal } from './refusal.ts';
import { composeFilesOf } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** Files and folders as given, else the files of `--file`, else the working directory. */
export function pathsOf(invocation: Invocation, cwd: string): readonly string[] {
  if (invocation.operands.length > 0) return invocation.operands;
  const files = composeFilesOf(invocation, cwd);
  return files.length > 0 ? files : ['.'];
}

/** Reads standard input where a path is `-`. */
export async function inputOf(invocation: Invocation, terminal: Terminal): Promise<Pick<DiskOptions, 'paths' | 'given'>> {
  const { operands } = invocation;
  const named = optionOf(invocation, 'stdin-filename');
  if (!operands.includes('-')) {
    if (named !== undefined) throw new Refusal('--stdin-filename names what "-" reads, but "-" is not among the paths.');
    return { paths: pathsOf(invocation, terminal.cwd) };
  }
  const bytes = await terminal.input(FILE_BYTES);
  const shown = named === undefined ? 'stdin' : relative(terminal.cwd, path.resolve(terminal.cwd, named));
  return { paths: operands.filter((one) => one !== '-'), given: { path: shown, bytes } };
}
