// The files of one review, read and addressable by path: what rules that look across files are given.
import { isDevcontainer, isIgnored, kindOf } from './discover.ts';
import type { Kind, Settings, SourceFile } from './model.ts';
import type { Compose } from './parse/compose/model.ts';
import { parseCompose } from './parse/compose/parse.ts';
import { namedFiles } from './parse/devcontainer.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import { parseDockerfile } from './parse/dockerfile/parse.ts';
import { buildFile, resolvePath } from './parse/path.ts';

export type Document = Dockerfile | Compose;

export interface Project {
  readonly dockerfiles: readonly Dockerfile[];
  readonly composeFiles: readonly Compose[];
  /** The document of a path, when it was read as one. */
  document(path: string): Document | undefined;
  dockerfile(path: string): Dockerfile | undefined;
  /** Any text of the snapshot, such as a `.dockerignore`. */
  source(path: string): SourceFile | undefined;
  /** Whether the repository has this file; `undefined` when its listing is not known. */
  has(path: string): boolean | undefined;
  /** Paths that these files name and that nobody has brought yet. */
  readonly missing: readonly string[];
}

export interface ReadOptions {
  settings: Pick<Settings, 'dockerfiles' | 'composeFiles' | 'ignore'>;
  kinds?: Readonly<Record<string, Kind>> | undefined;
  tree: readonly string[] | null;
  /** Told before each file is read. */
  begin?: (path: string) => void;
}

/** Reads Compose files first: they may name Dockerfiles whose names tell nothing. */
export function readProject(files: readonly SourceFile[], { settings, kinds, tree, begin }: ReadOptions): Project {
  const sources = new Map(files.map((file) => [file.path, file]));
  const kind = (path: string) => (kinds && Object.hasOwn(kinds, path) ? kinds[path] : kindOf(path, settings));
  const documents = new Map<string, Document>();
  const named = new Set<string>();
  const read = <T extends Document>(file: SourceFile, parse: (file: SourceFile) => T): T => {
    begin?.(file.path);
    const document = parse(file);
    documents.set(file.path, document);
    return document;
  };
  const composeFiles: Compose[] = [];
  const dockerfiles: Dockerfile[] = [];
  const readCompose = (file: SourceFile) => {
    const compose = read(file, parseCompose);
    composeFiles.push(compose);
    for (const service of compose.services) {
      const path = buildFile(compose.path, service);
      if (path !== null) named.add(path);
    }
  };
  for (const file of files) if (kind(file.path) === 'compose' && !isIgnored(file.path, settings)) readCompose(file);
  for (const file of files) {
    if (!isDevcontainer(file.path)) continue;
    for (const name of namedFiles(file)) {
      const path = resolvePath(file.path, name.path);
      const source = path === null ? undefined : sources.get(path);
      if (path !== null && name.kind === 'dockerfile') named.add(path);
      if (source && name.kind === 'compose' && !documents.has(source.path)) readCompose(source);
    }
  }
  for (const file of files)
    if (
      (kind(file.path) === 'dockerfile' || named.has(file.path)) &&
      !documents.has(file.path) &&
      !isIgnored(file.path, settings)
    )
      dockerfiles.push(read(file, parseDockerfile));
  const listing = tree && new Set(tree);
  return {
    dockerfiles,
    composeFiles,
    document: (path) => documents.get(path),
    dockerfile: (path) => {
      const document = documents.get(path);
      return document?.kind === 'dockerfile' ? document : undefined;
    },
    source: (path) => sources.get(path),
    has: (path) => (sources.has(path) ? true : listing?.has(path)),
    missing: [...named].filter((path) => !sources.has(path) && (!listing || listing.has(path))),
  };
}
