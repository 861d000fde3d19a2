// Files that others call a Dockerfile or a Compose file: their own names may tell nothing.
import { isDevcontainer } from './discover.ts';
import type { Kind, SourceFile } from './model.ts';
import type { Compose } from './parse/compose/model.ts';
import type { Parsers } from './parse/parsers.ts';
import { buildFile } from './parse/path.ts';

export interface Name {
  path: string;
  kind: Kind;
  /** The file that says so. */
  by: string;
}

/** Compose files that the settings load together: each of them asks for all. */
export const namedTogether = (projects: readonly (readonly string[])[]): Name[] =>
  projects.flatMap((files) =>
    files.flatMap((by) => files.flatMap((path): Name[] => (path === by ? [] : [{ path, kind: 'compose', by }]))),
  );

/** The Dockerfiles that its services are built from. */
export const namedByServices = (compose: Compose): Name[] =>
  compose.services.flatMap((service) => {
    const path = buildFile(compose.path, service);
    return path === null ? [] : [{ path, kind: 'dockerfile', by: compose.path }];
  });

export const namedByDevcontainers = (files: readonly SourceFile[], { devcontainer }: Pick<Parsers, 'devcontainer'>): Name[] =>
  files
    .filter(({ path }) => isDevcontainer(path))
    .flatMap((file) => (devcontainer?.(file) ?? []).map(({ path, kind }) => ({ path, kind, by: file.path })));
