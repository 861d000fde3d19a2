// Variables of a project: its `.env`, and what includes bring; nothing of the machine that runs the review.
import type { SourceFile } from '../../../model.ts';
import { readEnvFile } from './env-file.ts';
import type { Job, Scope } from './job.ts';
import type { Lookup } from './substitute.ts';

/** Of several env files, the last that sets a name; `lookup` wins over what they refer to. */
export function variablesOf(job: Job, files: readonly SourceFile[], lookup: Lookup): Map<string, string> {
  const variables = new Map<string, string>();
  for (const file of files) {
    const read = readEnvFile(file, (name) => lookup(name) ?? variables.get(name));
    for (const [name, { value }] of read.variables) variables.set(name, value);
    if (read.problem) {
      const { range, message } = read.problem;
      job.tell('read', 'env-file', { path: file.path, range }, message, { hint: 'Write `NAME=value`, one a line.' });
    }
  }
  return variables;
}

/** Variables of the scope itself win. */
export function scopeWith(scope: Scope, more: ReadonlyMap<string, string>): Scope {
  const variables = new Map([...more, ...scope.variables]);
  return { ...scope, variables, lookup: (name) => variables.get(name) };
}
