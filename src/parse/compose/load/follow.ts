// Files that a project names: found, or told at the place that names them why not.

import type { SourceFile } from '../../../model.ts';
import type { Compose } from '../model.ts';
import { code } from '../schema-words.ts';
import { type Found, find, type Job, limited, tellLimit } from './job.ts';
import type { Place, Value } from './value.ts';

const LIMITS: Readonly<Record<string, string>> = {
  remote: 'lies outside of this repository and is not followed.',
  outside: 'lies outside of this repository and is not followed.',
  'too many': 'is not read: the project has too many files.',
};

/** `named`: the value that holds the path; `absolute`: that path, resolved. */
export function composeFile(job: Job, named: Value, text: string, absolute: string): Compose | undefined {
  const found = find(job, text, absolute, (path) => job.files.compose(path));
  if (typeof found === 'object') return job.files.compose(found.path);
  explain(job, named, text, found);
  if (found === 'missing') missing(job, named, text);
  return undefined;
}

/** A file of variables; `absent` tells what it means that the repository does not have it: somebody keeps it elsewhere. */
export function textFile(job: Job, at: Place, text: string, absolute: string, absent: () => void): SourceFile | undefined {
  const found = find(job, text, absolute, (path) => job.files.text(path));
  if (typeof found === 'object') return job.files.text(found.path);
  if (found === 'too many') tellLimit(job, at, `${code(text)} ${LIMITS[found]}`);
  else if (found !== 'wanted') absent();
  return undefined;
}

function explain(job: Job, { at }: Value, text: string, found: Found): void {
  job.complete = false;
  if (typeof found === 'string' && found in LIMITS) limited(job, at, `${code(text)} ${LIMITS[found]}`);
}

function missing(job: Job, named: Value, text: string): void {
  const hint = 'Correct the path, or add the file to the repository.';
  job.tell('read', 'missing-file', named.at, `The repository has no ${code(text)}.`, { hint, of: named });
}
