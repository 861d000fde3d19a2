// Where files lie that Docker takes along unasked: Compose files above a Dockerfile, overrides of a Compose file, .dockerignore.
import type { Kind } from '../model.ts';
import { ignoreFiles } from './ignore-files.ts';

const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
/** Compose lays the one of these over a base that has its name. https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/ */
const OVERRIDES = BASES.map((base) => base.replace('.', '.override.'));
/** Folders between a file and the root that are looked into. */
const DEPTH = 12;

/** With a slash at the end: its own, that of the repository, then those between. */
export function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  const own = names.length === 0 ? [] : [`${names.join('/')}/`];
  const between = names.slice(1, DEPTH).map((_, index) => `${names.slice(0, names.length - 1 - index).join('/')}/`);
  return [...own, '', ...between];
}

export const composeFilesAbove = (path: string): string[] =>
  foldersAbove(path).flatMap((folder) => BASES.map((name) => folder + name));

/** What may be laid over a Compose file by itself, or what such a file may be laid over. */
export function partnersOf(path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  const partners = BASES.includes(name) ? OVERRIDES : OVERRIDES.includes(name) ? BASES : [];
  return partners.map((partner) => folder + partner);
}

/** All of them for a file of which only the path is known, the likeliest first. */
export const pathsBeside = (path: string, kind: Kind): string[] =>
  kind === 'compose' ? partnersOf(path) : [...composeFilesAbove(path), ...ignoreFiles(path)];
