// Variables that a service gets from its `env_file`s, under those that the service itself sets.

import type { SourceFile } from '../../../model.ts';
import { code } from '../schema-words.ts';
import { type EnvFileContent, readEnvFile, readRawEnvFile } from './env-file.ts';
import { textFile } from './follow.ts';
import { repositoryPath } from './ground.ts';
import { type Job, spend } from './job.ts';
import { printed } from './number.ts';
import type { Lookup } from './substitute.ts';
import { fieldsOf, get, isNull, itemsOf, type MapValue, type Place, stringOf, type Value } from './value.ts';

export interface EnvironmentVariable {
  /** `null`: taken from the environment of who starts the project. */
  value: string | null;
  at: Place;
}
export type Environment = ReadonlyMap<string, EnvironmentVariable>;

/** Of each service by name. What is not in the repository is told as something that a person must bring. */
export function environments(job: Job, root: MapValue, lookup: Lookup): ReadonlyMap<string, Environment> {
  const services = [...fieldsOf(get(root, 'services'))];
  return new Map(services.map(([name, field]) => [name, environmentOf(job, field.value, lookup)]));
}

function environmentOf(job: Job, service: Value, lookup: Lookup): Environment {
  const own = written(get(service, 'environment'));
  const result = new Map<string, EnvironmentVariable>();
  const known: Lookup = (name) => lookup(name) ?? own.get(name)?.value ?? undefined;
  for (const item of itemsOf(get(service, 'env_file'))) {
    const named = get(item, 'path');
    const text = stringOf(named);
    if (!named || !text) continue;
    const optional = get(item, 'required');
    const required = !(optional?.kind === 'scalar' && optional.value === false);
    const file = textFile(job, named.at, nameOf(job, text), text, () => required && untracked(job, named, text));
    if (!file || !spend(job, constant.has(file) ? 1 : file.text.length / 10, named.at)) continue;
    const { variables, problem } = content(file, stringOf(get(item, 'format')) === 'raw', known);
    if (!spend(job, variables.size, named.at)) continue;
    for (const [name, { value, range }] of variables) result.set(name, { value, at: { path: file.path, range } });
    if (problem) job.tell('environment', 'env-file', { path: file.path, range: problem.range }, problem.message);
  }
  for (const [name, variable] of own) result.set(name, variable);
  return result;
}

function written(environment: Value | undefined): Map<string, EnvironmentVariable> {
  const variables = new Map<string, EnvironmentVariable>();
  for (const [name, { value }] of fieldsOf(environment)) {
    variables.set(name, { value: value.kind === 'scalar' && !isNull(value) ? printed(value) : null, at: value.at });
  }
  for (const item of itemsOf(environment)) {
    const text = item.kind === 'scalar' ? printed(item) : '';
    const equals = text.indexOf('=');
    if (equals < 0) variables.set(text, { value: null, at: item.at });
    else variables.set(text.slice(0, equals), { value: text.slice(equals + 1), at: item.at });
  }
  return variables;
}

const constant = new WeakMap<SourceFile, EnvFileContent>();

/** Files that refer to no variable say the same to every service. */
function content(file: SourceFile, raw: boolean, known: Lookup): EnvFileContent {
  const before = raw ? undefined : constant.get(file);
  if (before) return before;
  let asked = false;
  const lookup: Lookup = (name) => {
    asked = true;
    return known(name);
  };
  const read = raw ? readRawEnvFile(file, lookup) : readEnvFile(file, lookup);
  if (!asked && !raw) constant.set(file, read);
  return read;
}

/** As seen from the repository's root. */
const nameOf = (job: Job, path: string): string => repositoryPath(job.ground, path) ?? path;

function untracked(job: Job, named: Value, path: string): void {
  const hint = 'Let it be optional (`required: false`), or say in the documentation how to make it.';
  const message = `${code(nameOf(job, path))} is not in the repository: who starts the project must bring it.`;
  job.tell('environment', 'missing-env-file', named.at, message, { hint, of: named, cause: 'environment' });
}
