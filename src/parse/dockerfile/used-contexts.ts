// Names by which a Dockerfile may take files or an image from a build context that the build is given.
import { fileSources } from './file-sources.ts';
import type { Dockerfile } from './model.ts';

export interface UsedContexts {
  /** Whether FROM, COPY, ADD or a mount names it: a stage or an image of that name is replaced by it, too. */
  has(name: string): boolean;
  readonly names: readonly string[];
}

const known = new WeakMap<Dockerfile, UsedContexts | null>();

/** `null` when a variable or a further frontend may name any. */
export function usedContexts(file: Dockerfile): UsedContexts | null {
  const before = known.get(file);
  if (before !== undefined) return before;
  const names = namesIn(file);
  const all = new Set(names?.map(normal));
  const used = names && { names, has: (name: string) => all.has(normal(name)) };
  known.set(file, used);
  return used;
}

function namesIn(file: Dockerfile): string[] | null {
  const names = [...fileSources(file).map(({ name }) => name), ...file.stages.flatMap(({ image }) => image?.value ?? [])];
  const hidden = names.some((name) => name.includes('$')) || file.instructions('ONBUILD').length > 0;
  const syntax = file.directives.some(
    ({ name, value }) => name === 'syntax' && !/^(?:docker\.io\/)?docker\/dockerfile/.test(value),
  );
  return hidden || syntax || file.problems.length > 0
    ? null
    : [...names, ...file.stages.flatMap(({ name }) => name?.value ?? [])];
}

/** `alpine`, `docker.io/library/alpine` and `alpine:latest` are one image. */
const normal = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^docker-image:\/\//, '')
    .replace(/^(?:docker\.io\/)?(?:library\/)?/, '')
    .replace(/:latest$/, '');
