// The files of one review, read and addressable by path: what rules that look across files are given.
import { filesBeside } from './beside.ts';
import { isBeside, isIgnored, kindOf } from './discover.ts';
import { type Missing, missingFiles } from './missing.ts';
import type { Kind, Notice, Settings, SourceFile } from './model.ts';
import { type Name, namedByDevcontainers, namedByServices, namedTogether } from './names.ts';
import type { Files } from './parse/compose/load/job.ts';
import type { LoadedProject } from './parse/compose/load/load.ts';
import type { Compose, Service } from './parse/compose/model.ts';
import { namedComposeFiles } from './parse/compose/named-files.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import { type InlineDockerfile, inlinesOf } from './parse/inline/inline.ts';
import { type Known, listingOf } from './parse/listing.ts';
import type { Parsers } from './parse/parsers.ts';

export type Document = Dockerfile | Compose;

export interface Project {
  readonly dockerfiles: readonly Dockerfile[];
  readonly composeFiles: readonly Compose[];
  /** Paths of Compose files that the settings load as one project. */
  readonly loadedTogether: readonly (readonly string[])[];
  /** The document of a path, when it was read as one. */
  document(path: string): Document | undefined;
  dockerfile(path: string): Dockerfile | undefined;
  /** Dockerfiles that are written inside of Compose files. */
  readonly inlines: readonly InlineDockerfile[];
  /** That of a service, or the one that is called by this path. */
  inline(by: Service | string): InlineDockerfile | undefined;
  /** Any text of the snapshot, such as a `.dockerignore`. */
  source(path: string): SourceFile | undefined;
  /** Whether the repository has this file; `undefined` when its listing is not known. */
  has(path: string): boolean | undefined;
  /** Whether it has any file in this folder (`''` is the repository) or below; `undefined` as above. */
  holds(folder: string): boolean | undefined;
  /** Paths that files name and that nobody has brought yet. */
  readonly missing: readonly Missing[];
  /** Files that belong to others by where they lie, whether they are here, only in the repository or, when that is not known, nowhere. */
  readonly beside: Iterable<Missing>;
  /** Compose files as Compose starts them: merged, interpolated, included and extended; loaded when first asked. */
  readonly composeProjects: readonly LoadedProject[];
  /** What is never followed, such as remote includes. */
  readonly notices: readonly Notice[];
}

export interface ReadOptions extends Known {
  parsers: Parsers;
  settings: Pick<Settings, 'dockerfiles' | 'composeFiles' | 'composeProjects' | 'ignore'>;
  kinds?: Readonly<Record<string, Kind>> | undefined;
  /** Told before each file is read. */
  begin?: ((path: string) => void) | undefined;
  /** What was read before: base and head share most files, and a fix changes one. */
  known: WeakMap<SourceFile, Document>;
}

/** Reads Compose files first: they may name Dockerfiles whose names tell nothing. */
export function readProject(files: readonly SourceFile[], options: ReadOptions): Project {
  const { parsers, settings, kinds, begin, known } = options;
  const sources = new Map(files.map((file) => [file.path, file]));
  const ours = files.filter(({ path }) => !isIgnored(path, settings) && !isBeside(path));
  const kind = (path: string) => (kinds && Object.hasOwn(kinds, path) ? kinds[path] : kindOf(path, settings));
  const documents = new Map<string, Document>();
  const read = (file: SourceFile, as: Kind) => {
    begin?.(file.path);
    const before = known.get(file);
    const document = before?.kind === as ? before : parsed(file, as, parsers);
    known.set(file, document);
    documents.set(file.path, document);
  };
  const devcontainers = namedByDevcontainers(files, parsers);
  const composeNames = new Set(devcontainers.filter((name) => name.kind === 'compose').map(({ path }) => path));
  for (const file of ours) if (kind(file.path) === 'compose' || composeNames.has(file.path)) read(file, 'compose');
  const composeFiles = [...documents.values()].filter((document) => document.kind === 'compose');
  const { composeProjects: listed = [] } = settings;
  const names: Name[] = [...devcontainers, ...namedTogether(listed)];
  // The list grows while it is walked: included files include others.
  for (const file of composeFiles) {
    for (const path of namedComposeFiles(file)) {
      names.push({ path, kind: 'compose', by: file.path });
      const source = documents.has(path) ? undefined : sources.get(path);
      if (!source || isIgnored(path, settings) || isBeside(path)) continue;
      read(source, 'compose');
      composeFiles.push(documents.get(path) as Compose);
    }
  }
  names.push(...composeFiles.flatMap(namedByServices));
  const named = new Set(names.filter((name) => name.kind === 'dockerfile').map(({ path }) => path));
  for (const file of ours)
    if ((kind(file.path) === 'dockerfile' || named.has(file.path)) && !documents.has(file.path)) read(file, 'dockerfile');
  const listing = listingOf(options);
  const has = (path: string) => sources.has(path) || listing.has(path);
  const dockerfiles = [...documents.values()].filter((document) => document.kind === 'dockerfile');
  let loaded: readonly LoadedProject[] | undefined;
  const composeProjects = () => {
    loaded ??= parsers.projects?.(composeFiles, filesOf(sources, documents, has), listed) ?? [];
    return loaded;
  };
  return {
    composeFiles,
    loadedTogether: listed,
    dockerfiles,
    document: (path) => documents.get(path),
    dockerfile: (path) => {
      const document = documents.get(path);
      return document?.kind === 'dockerfile' ? document : undefined;
    },
    ...inlinesOf(composeFiles, parsers.dockerfile),
    source: (path) => sources.get(path),
    has,
    holds: listing.holds,
    get missing() {
      return missingFiles({ names, dockerfiles, composeProjects: composeProjects(), sources, listing });
    },
    get beside() {
      return filesBeside({ dockerfiles, composeFiles, listing: listing.paths });
    },
    get composeProjects() {
      return composeProjects();
    },
    get notices() {
      const limits = composeProjects().flatMap((project) => project.limits);
      return [
        ...limits.map(({ at, message }): Notice => ({ kind: 'limit', about: at.path, message })),
        ...listed.flatMap((files) => notThere(files, has)),
      ];
    },
  };
}

/** What the settings load together and is not there: then its other files are loaded as if nobody had said so. */
function notThere(files: readonly string[], has: Files['has']): Notice[] {
  const missing = files.find((path) => has(path) === false);
  const about = files.find((path) => path !== missing);
  if (missing === undefined || about === undefined) return [];
  const message = `The settings load it together with ${missing}, which does not exist: it was looked at without.`;
  return [{ kind: 'failure', about, message }];
}

/** What loading a Compose project may ask for. */
function filesOf(sources: ReadonlyMap<string, SourceFile>, documents: ReadonlyMap<string, Document>, has: Files['has']): Files {
  return {
    compose: (path) => {
      const document = documents.get(path);
      return document?.kind === 'compose' ? document : undefined;
    },
    text: (path) => sources.get(path),
    has,
  };
}

/** @throws where the caller has not handed in the parser for files that it did */
function parsed(file: SourceFile, as: Kind, parsers: Parsers): Document {
  const parse = parsers[as];
  if (!parse) throw new Error(`There is no parser for ${file.path}.`);
  return parse(file);
}
