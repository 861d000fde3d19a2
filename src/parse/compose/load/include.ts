// Files that `include` brings in: each a project of its own, with its folder and variables, whose parts become ours.
// https://github.com/compose-spec/compose-spec/blob/main/14-include.md

import type { Compose } from '../model.ts';
import { code } from '../schema-words.ts';
import { scopeWith, variablesOf } from './environment.ts';
import { folderOf, joinPaths } from './file-path.ts';
import { composeFile, textFile } from './follow.ts';
import type { Resets } from './from-node.ts';
import { repositoryPath } from './ground.ts';
import { type Job, limited, type Scope, sizeOf, spend } from './job.ts';
import { CHAIN } from './limits.ts';
import { mergeResource } from './merge.ts';
import { absolutePath } from './paths.ts';
import { withoutMarked } from './reset.ts';
import { fieldsOf, get, isNull, itemsOf, type MapValue, mapOf, stringOf, type Value, withField, withoutField } from './value.ts';

const SECTIONS = ['services', 'volumes', 'networks', 'secrets', 'configs', 'models'];

/** Loads files one over the other, as one project. */
export type LoadModel = (job: Job, files: readonly Compose[], scope: Scope) => MapValue;

export function withIncluded(job: Job, root: MapValue, resets: Resets, scope: Scope, file: string, load: LoadModel): MapValue {
  const include = get(root, 'include');
  if (!include) return root;
  let whole = withoutField(root, 'include');
  if (include.kind !== 'list' && !isNull(include)) {
    job.tell('form', 'wrong-form', include.at, '`include` must be a list of paths.', { hint: 'Put `- ` before the path.' });
    return whole;
  }
  const here: Scope = { ...scope, chain: [...scope.chain, file] };
  for (const item of itemsOf(include)) {
    const included = loaded(job, item, here, load);
    if (included && spend(job, sizeOf(included), item.at)) whole = joined(job, whole, included, resets);
  }
  return whole;
}

function loaded(job: Job, item: Value, scope: Scope, load: LoadModel): MapValue | undefined {
  const path = item.kind === 'map' ? get(item, 'path') : item;
  const named = path?.kind === 'list' ? path.items : path ? [path] : [];
  const base = { folder: scope.folder, home: job.home };
  const absolute = named.map((one) => absolutePath(stringOf(one) ?? '', base));
  const [first] = named;
  // Compose takes an item without a path for nothing to include.
  if (isNull(item) || (item.kind === 'map' && (!path || isNull(path)))) return undefined;
  if (!first || item.kind === 'list' || named.some((one) => stringOf(one) === undefined)) {
    job.tell('form', 'wrong-form', item.at, 'This include names no file.', { hint: 'Write a path, or a map with `path:`.' });
    return undefined;
  }
  if (scope.chain.includes(absolute[0] ?? '')) {
    job.tell('form', 'include-cycle', first.at, `${code(stringOf(first) ?? '')} includes itself in the end.`, {
      hint: 'Remove one of the includes.',
    });
    return undefined;
  }
  if (scope.chain.length > CHAIN) {
    limited(job, first.at, `More than ${CHAIN} files include each other in a row.`);
    return undefined;
  }
  const files = named.flatMap((one, index) => composeFile(job, one, stringOf(one) ?? '', absolute[index] ?? '') ?? []);
  if (files.length < named.length) return undefined;
  const directory = stringOf(get(item, 'project_directory'));
  const folder = directory ? absolutePath(directory, base) : folderOf(absolute[0] ?? '');
  const inner = scopeWith({ ...scope, folder }, includedVariables(job, item, folder, scope));
  const known = JSON.stringify([absolute, folder, [...inner.variables].sort()]);
  const model = job.included.get(known) ?? load(job, files, inner);
  job.included.set(known, model);
  return model;
}

function includedVariables(job: Job, item: Value, folder: string, scope: Scope): ReadonlyMap<string, string> {
  const envFile = get(item, 'env_file');
  const named = envFile?.kind === 'list' ? envFile.items : envFile ? [envFile] : [];
  if (named.length === 0) {
    const path = joinPaths(folder, '.env');
    const inside = repositoryPath(job.ground, path);
    const file = inside !== null && job.files.has(inside) === true ? textFile(job, item.at, '.env', path, () => {}) : undefined;
    return file ? variablesOf(job, [file], scope.lookup) : new Map();
  }
  const files = named.flatMap((one) => {
    const text = stringOf(one);
    if (text === undefined || text === '/dev/null') return [];
    const path = absolutePath(text, { folder: scope.folder, home: job.home });
    return textFile(job, one.at, text, path, () => untracked(job, one, text)) ?? [];
  });
  return variablesOf(job, files, scope.lookup);
}

export function untracked(job: Job, named: Value, text: string): void {
  const message = `${code(text)} is not in the repository: who starts the project must bring it.`;
  job.tell('read', 'missing-env-file', named.at, message, { of: named, cause: 'environment' });
}

/** What stands here is merged over what was included. */
function joined(job: Job, root: MapValue, included: MapValue, resets: Resets): MapValue {
  let whole = root;
  for (const section of SECTIONS) {
    const from = get(included, section);
    const to = get(whole, section);
    if (from?.kind !== 'map' || (to && to.kind !== 'map')) continue;
    const fields = new Map(fieldsOf(to));
    for (const [name, field] of from.fields) {
      const own = fields.get(name);
      const merging = { tell: job.tell, spend: (values: number) => spend(job, values, field.key) };
      const kept =
        own &&
        get(get(withoutMarked(mapOf({ [section]: mapOf({ [name]: field.value }, from.at) }, from.at), resets), section), name);
      if (!own) fields.set(name, field);
      else if (kept) fields.set(name, { key: own.key, value: mergeResource(kept, own.value, section, name, merging) });
    }
    whole = withField(whole, section, { kind: 'map', fields, at: to?.at ?? from.at });
  }
  return whole;
}
