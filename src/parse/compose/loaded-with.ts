// Compose files that people load together: what one of them lacks may stand in another.
import { resolvePath } from '../path.ts';
import type { Compose } from './model.ts';

const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const VARIANTS = ['override', 'dev', 'development', 'local', 'prod', 'production', 'staging', 'test', 'ci'];
const ALL = [
  ...BASES,
  ...VARIANTS.flatMap((variant) => BASES.map((base) => base.replace('.', `.${variant}.`))),
  ...VARIANTS.flatMap((variant) => BASES.map((base) => base.replace('.', `-${variant}.`))),
];

interface Known {
  readonly composeFiles: readonly Compose[];
  has(path: string): boolean | undefined;
}

export interface Stack {
  /** The other Compose files of the folder that are known. */
  others: readonly Compose[];
  /** Nothing that belongs to it is missing: no file of its folder, nothing included, and it is included nowhere. */
  complete: boolean;
}

/** `bases`: only files on top of which this one may be loaded; otherwise also those that may be loaded on top of it. */
export function loadedWith(project: Known, file: Compose, which: 'bases' | 'all'): Stack {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const isBase = BASES.some((base) => file.path === folder + base);
  const others = project.composeFiles.filter(
    (other) => other !== file && other.path.startsWith(folder) && !other.path.slice(folder.length).includes('/'),
  );
  const read = new Set(others.map(({ path }) => path));
  const wanted = which === 'all' ? ALL : isBase ? [] : BASES;
  const missing = wanted.some((name) => {
    const path = folder + name;
    return path !== file.path && !read.has(path) && project.has(path) === true;
  });
  const included =
    [file, ...others].some(({ includes }) => includes.length > 0) ||
    project.composeFiles.some((other) => other.includes.some(({ string }) => resolvePath(other.path, string) === file.path));
  return { others: which === 'all' || !isBase ? others : [], complete: !missing && !included };
}
