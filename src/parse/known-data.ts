// Where images of databases keep what must outlive the container: the VOLUME or the data folder of their Dockerfiles, as of August 2026.
import type { ImageRef } from './image.ts';
import { officialName } from './known-images.ts';

const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['postgres', '/var/lib/postgresql'],
  ['mysql', '/var/lib/mysql'],
  ['mariadb', '/var/lib/mysql'],
  ['percona', '/var/lib/mysql'],
  ['mongo', '/data/db'],
  ['cassandra', '/var/lib/cassandra'],
  ['couchdb', '/opt/couchdb/data'],
  ['couchbase', '/opt/couchbase/var'],
  ['neo4j', '/data'],
  ['influxdb', '/var/lib/influxdb'],
  ['elasticsearch', '/usr/share/elasticsearch/data'],
  ['clickhouse', '/var/lib/clickhouse'],
  ['rethinkdb', '/data'],
  ['arangodb', '/var/lib/arangodb3'],
]);

/** The folder with the data of a database; `null` for images that are none, or of which nothing is known. */
export function dataFolder(ref: ImageRef): string | null {
  const name = ref.dynamic ? null : officialName(ref);
  return (name !== null && FOLDERS.get(name)) || null;
}
