// ShellCheck, where it is on the PATH and there is a script for it; else nothing is looked for or loaded.
import process from 'node:process';
import type { Snapshot } from '../../model.ts';
import type { Scan } from '../../rounds.ts';
import { onPath } from '../../scan/find.ts';

const RUN = /^[ \t]*RUN[ \t]/im;
const RULES = ['shellcheck', 'shellcheck-style'];

export async function scannerFor({ head, settings }: Snapshot): Promise<Scan | undefined> {
  if (RULES.every((id) => Object.hasOwn(settings.rules, id) && settings.rules[id]?.severity === 'off')) return undefined;
  if (!head.some(({ text }) => RUN.test(text))) return undefined;
  const program = onPath('shellcheck', process.env);
  return program === null ? undefined : (await import('../../scan/shellcheck.ts')).shellcheck(program);
}
