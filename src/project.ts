// The files of one review, read and addressable by path: what rules that look across files are given.
import { isDevcontainer, isIgnored, kindOf } from './discover.ts';
import type { Kind, Settings, SourceFile } from './model.ts';
import type { Compose } from './parse/compose/model.ts';
import { parseCompose } from './parse/compose/parse.ts';
import { namedFiles } from './parse/devcontainer.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import { parseDockerfile } from './parse/dockerfile/parse.ts';
import { buildFile } from './parse/path.ts';

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
  begin?: ((path: string) => void) | undefined;
  /** What was read before: base and head share most files, and a fix changes one. */
  known: WeakMap<SourceFile, Document>;
}

/** Reads Compose files first: they may name Dockerfiles whose names tell nothing. */
export function readProject(files: readonly SourceFile[], { settings, kinds, tree, begin, known }: ReadOptions): Project {
  const sources = new Map(files.map((file) => [file.path, file]));
  const ours = files.filter((file) => !isIgnored(file.path, settings));
  const kind = (path: string) => (kinds && Object.hasOwn(kinds, path) ? kinds[path] : kindOf(path, settings));
  const documents = new Map<string, Document>();
  const read = (file: SourceFile, as: Kind) => {
    begin?.(file.path);
    const before = known.get(file);
    const document = before?.kind === as ? before : as === 'compose' ? parseCompose(file) : parseDockerfile(file);
    known.set(file, document);
    documents.set(file.path, document);
  };
  const devcontainer = namedByDevcontainers(files);
  for (const file of ours) if (kind(file.path) === 'compose' || devcontainer.compose.has(file.path)) read(file, 'compose');
  const composeFiles = [...documents.values()].filter((document) => document.kind === 'compose');
  const named = new Set([...devcontainer.dockerfile, ...composeFiles.flatMap(buildFiles)]);
  for (const file of ours)
    if ((kind(file.path) === 'dockerfile' || named.has(file.path)) && !documents.has(file.path)) read(file, 'dockerfile');
  const listing = tree && new Set(tree);
  return {
    composeFiles,
    dockerfiles: [...documents.values()].filter((document) => document.kind === 'dockerfile'),
    document: (path) => documents.get(path),
    dockerfile: (path) => {
      const document = documents.get(path);
      return document?.kind === 'dockerfile' ? document : undefined;
    },
    source: (path) => sources.get(path),
    has: (path) => (sources.has(path) ? true : listing?.has(path)),
    missing: [...named, ...devcontainer.compose].filter((path) => !sources.has(path) && (!listing || listing.has(path))),
  };
}

const buildFiles = (compose: Compose): string[] =>
  compose.services.map((service) => buildFile(compose.path, service)).filter((path) => path !== null);

function namedByDevcontainers(files: readonly SourceFile[]): Record<Kind, Set<string>> {
  const named = { compose: new Set<string>(), dockerfile: new Set<string>() };
  for (const file of files) {
    if (!isDevcontainer(file.path)) continue;
    for (const { path, kind } of namedFiles(file)) named[kind].add(path);
  }
  return named;
}
