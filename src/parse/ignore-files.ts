// Which .dockerignore a build of a Dockerfile reads: one beside the Dockerfile with its name in front, else the one of the context.
// https://docs.docker.com/build/concepts/context/#filename-and-location

import type { Dockerfile } from './dockerfile/model.ts';

/** Whether a build takes files from its context, so that a .dockerignore has a say. */
export const copiesFromContext = (file: Dockerfile): boolean =>
  file.instructions('COPY', 'ADD').some((copy) => !copy.flag('from'));

/** Every place where one may lie: the context is the Dockerfile's folder or one above it, as far as nobody tells. */
export function ignoreFiles(dockerfile: string): string[] {
  const found = [`${dockerfile}.dockerignore`];
  const folders = dockerfile.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) found.push([...folders.slice(0, depth), '.dockerignore'].join('/'));
  return found.slice(0, 16);
}

/** Those of one context (`''` is the repository), in the order in which Docker looks for them. */
export const ignoreFilesOf = (dockerfile: string, context: string): string[] => [
  `${dockerfile}.dockerignore`,
  context === '' ? '.dockerignore' : `${context}/.dockerignore`,
];
