// Names of all variables that a Dockerfile declares, wherever.
import type { Dockerfile } from './model.ts';

export const declaredNames = (file: Dockerfile): ReadonlySet<string> =>
  new Set(file.instructions('ARG', 'ENV').flatMap(({ pairs }) => pairs.map(({ name }) => name.value)));
