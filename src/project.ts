// The files of one review, read and addressable by path: what rules that look across files are given.
import { isDevcontainer, isIgnored, kindOf } from './discover.ts';
import type { Kind, Settings, SourceFile } from './model.ts';
import type { Compose } from './parse/compose/model.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import type { Parsers } from './parse/parsers.ts';
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
  /** Paths that files name and that nobody has brought yet. */
  readonly missing: readonly { path: string; by: string }[];
}

export interface ReadOptions {
  parsers: Parsers;
  settings: Pick<Settings, 'dockerfiles' | 'composeFiles' | 'ignore'>;
  kinds?: Readonly<Record<string, Kind>> | undefined;
  tree: readonly string[] | null;
  /** Told before each file is read. */
  begin?: ((path: string) => void) | undefined;
  /** What was read before: base and head share most files, and a fix changes one. */
  known: WeakMap<SourceFile, Document>;
}

/** Reads Compose files first: they may name Dockerfiles whose names tell nothing. */
export function readProject(files: readonly SourceFile[], options: ReadOptions): Project {
  const { parsers, settings, kinds, tree, begin, known } = options;
  const sources = new Map(files.map((file) => [file.path, file]));
  const ours = files.filter((file) => !isIgnored(file.path, settings));
  const kind = (path: string) => (kinds && Object.hasOwn(kinds, path) ? kinds[path] : kindOf(path, settings));
  const documents = new Map<string, Document>();
  const read = (file: SourceFile, as: Kind) => {
    begin?.(file.path);
    const before = known.get(file);
    const document = before?.kind === as ? before : parsed(file, as, parsers);
    known.set(file, document);
    documents.set(file.path, document);
  };
  const devcontainers = devcontainerNames(files, parsers);
  const composeNames = new Set(devcontainers.filter((name) => name.kind === 'compose').map(({ path }) => path));
  for (const file of ours) if (kind(file.path) === 'compose' || composeNames.has(file.path)) read(file, 'compose');
  const composeFiles = [...documents.values()].filter((document) => document.kind === 'compose');
  const names = [...devcontainers, ...composeFiles.flatMap(buildFiles)];
  const named = new Set(names.filter((name) => name.kind === 'dockerfile').map(({ path }) => path));
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
    missing: names.filter(({ path }) => !sources.has(path) && (!listing || listing.has(path))),
  };
}

/** @throws where the caller has not handed in the parser for files that it did */
function parsed(file: SourceFile, as: Kind, parsers: Parsers): Document {
  const parse = parsers[as];
  if (!parse) throw new Error(`There is no parser for ${file.path}.`);
  return parse(file);
}

interface Name {
  path: string;
  kind: Kind;
  by: string;
}

const buildFiles = (compose: Compose): Name[] =>
  compose.services.flatMap((service) => {
    const path = buildFile(compose.path, service);
    return path === null ? [] : [{ path, kind: 'dockerfile', by: compose.path }];
  });

const devcontainerNames = (files: readonly SourceFile[], { devcontainer }: Parsers): Name[] =>
  files
    .filter(({ path }) => isDevcontainer(path))
    .flatMap((file) => (devcontainer?.(file) ?? []).map(({ path, kind }) => ({ path, kind, by: file.path })));
