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
  readonly loadedTogether?: readonly (readonly string[])[];
  has(path: string): boolean | undefined;
}

export interface Stack {
  /** The other Compose files of the folder that are known. */
  others: readonly Compose[];
  /** Nothing that belongs to it is missing: no file of its folder, nothing included, and it is included nowhere. */
  complete: boolean;
}

interface Folders {
  byFolder: ReadonlyMap<string, readonly Compose[]>;
  /** Paths that some `include` names. */
  included: ReadonlySet<string>;
  /** Answers so far: several rules ask about each file. */
  stacks: Map<string, Stack>;
}

const known = new WeakMap<readonly Compose[], Folders>();

/** `bases`: only files on top of which this one may be loaded; otherwise also those that may be loaded on top of it. */
export function loadedWith(project: Known, file: Compose, which: 'bases' | 'all'): Stack {
  const folders = known.get(project.composeFiles) ?? foldersOf(project.composeFiles);
  known.set(project.composeFiles, folders);
  const question = `${which} ${file.path}`;
  const stack = folders.stacks.get(question) ?? stackOf(project, folders, file, which);
  folders.stacks.set(question, stack);
  return stack;
}

function stackOf(project: Known, folders: Folders, file: Compose, which: 'bases' | 'all'): Stack {
  const folder = folderOf(file);
  const isBase = BASES.some((base) => file.path === folder + base);
  const others = (folders.byFolder.get(folder) ?? []).filter((other) => other !== file);
  const read = new Set(others.map(({ path }) => path));
  const wanted = which === 'all' ? ALL : isBase ? [] : BASES;
  const missing = wanted.some((name) => {
    const path = folder + name;
    return path !== file.path && !read.has(path) && project.has(path) === true;
  });
  const includes = [file, ...others].some((one) => one.includes.length > 0) || folders.included.has(file.path);
  const stack = { others: which === 'all' || !isBase ? others : [], complete: !missing && !includes };
  return project.loadedTogether?.length ? withListed(project, file, stack) : stack;
}

/** What the settings list is loaded in no other way; it may lie in any folder. */
function withListed({ composeFiles, loadedTogether = [] }: Known, { path }: Compose, stack: Stack): Stack {
  const wanted = new Set(loadedTogether.filter((paths) => paths.includes(path)).flat());
  wanted.delete(path);
  if (wanted.size === 0) return stack;
  const listed = composeFiles.filter((file) => wanted.has(file.path));
  return {
    others: [...new Set([...stack.others, ...listed])],
    complete: stack.complete && listed.length === wanted.size && listed.every(({ includes }) => includes.length === 0),
  };
}

function foldersOf(files: readonly Compose[]): Folders {
  const byFolder = new Map<string, Compose[]>();
  const included = new Set<string>();
  for (const file of files) {
    const others = byFolder.get(folderOf(file));
    if (others) others.push(file);
    else byFolder.set(folderOf(file), [file]);
    for (const { string } of file.includes) included.add(resolvePath(file.path, string) ?? '');
  }
  return { byFolder, included, stacks: new Map() };
}

const folderOf = ({ path }: Compose): string => path.slice(0, path.lastIndexOf('/') + 1);
