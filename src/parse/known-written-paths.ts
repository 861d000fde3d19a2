// Folders that the programs of official images write to when they start, besides their volumes. Sources, as of August 2026: the images' Dockerfiles,
// entrypoints and default settings, github.com/docker-library.
import type { ImageRef } from './image.ts';
import { officialName } from './known-images.ts';

export interface WrittenPaths {
  readonly program: string;
  readonly paths: readonly string[];
  /** Settings of one's own there may choose other folders. */
  readonly settings: string;
}

const written = (program: string, settings: string, ...paths: string[]): WrittenPaths => ({ program, settings, paths });

const PATHS: ReadonlyMap<string, WrittenPaths> = new Map([
  ['nginx', written('nginx', '/etc/nginx', '/var/cache/nginx', '/run')],
  ['httpd', written('httpd', '/usr/local/apache2/conf', '/usr/local/apache2/logs')],
  ['postgres', written('postgres', '/etc/postgresql', '/run/postgresql')],
  ['mysql', written('mysqld', '/etc/mysql', '/run/mysqld', '/tmp')],
  ['mariadb', written('mariadbd', '/etc/mysql', '/run/mysqld', '/tmp')],
]);

/** `null` for images that write nowhere else, or of which nothing is known. */
export function writtenPaths(ref: ImageRef): WrittenPaths | null {
  const name = ref.dynamic ? null : officialName(ref);
  return (name !== null && PATHS.get(name)) || null;
}
