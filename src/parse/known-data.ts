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

export interface DataPlace {
  readonly folder: string;
  /** The image declares it as a VOLUME: a mount above it does not hold it. */
  readonly volume: boolean;
  /** Where earlier releases of the image kept it. */
  readonly former: string | null;
  /** Names of variables by which the container may be told another one. */
  readonly chosenBy: RegExp | null;
}

const POSTGRES = '/var/lib/postgresql';

/** Images whose one folder holds all data, whatever their version; that of Elasticsearch is no VOLUME. */
const PLACES: ReadonlyMap<string, string> = new Map(
  ['mysql', 'mariadb', 'percona', 'mongo', 'cassandra', 'couchdb', 'neo4j', 'elasticsearch', 'clickhouse']
    .map((name): [string, string] => [name, FOLDERS.get(name) ?? ''])
    .concat([
      ['redis', '/data'],
      ['valkey', '/data'],
      ['rabbitmq', '/var/lib/rabbitmq'],
    ]),
);

const CHOSEN_BY: ReadonlyMap<string, RegExp> = new Map([
  ['elasticsearch', /^path[._]data$/i],
  ['neo4j', /^NEO4J_.*DIR/],
  ['rabbitmq', /^RABBITMQ_(?:MNESIA|CONF|DATA)/],
]);

/** The exact folder that has to be in a volume; `null` where it is not known, or depends on a version that the tag does not tell. */
export function dataPlace(ref: ImageRef): DataPlace | null {
  if (ref.dynamic) return null;
  const release = postgresRelease(ref);
  // https://github.com/docker-library/postgres/pull/1259: from 18 on a folder for each release below the volume.
  if (release !== null)
    return release >= 18
      ? { folder: POSTGRES, volume: true, former: `${POSTGRES}/data`, chosenBy: /^PGDATA$/ }
      : { folder: `${POSTGRES}/data`, volume: true, former: null, chosenBy: /^PGDATA$/ };
  const name = officialName(ref) ?? (ref.repository === 'valkey/valkey' ? 'valkey' : '');
  const folder = PLACES.get(name);
  return folder ? { folder, volume: name !== 'elasticsearch', former: null, chosenBy: CHOSEN_BY.get(name) ?? null } : null;
}

/** The major version of an image of PostgreSQL or of those built on it. What is called `latest` is 18 since September 2025. */
function postgresRelease(ref: ImageRef): number | null {
  const tag = ref.tag ?? 'latest';
  const official = officialName(ref) === 'postgres';
  if (official && ref.digest === null && /^(?:latest|alpine|bookworm|trixie)$/.test(tag)) return 18;
  const number = official || ref.repository === 'postgis/postgis' ? /^(\d{1,2})(?![\d])/ : /(?:^|-)pg(\d{1,2})(?!\d)/;
  const known = official || /^(?:postgis\/postgis|pgvector\/pgvector)$/.test(ref.repository);
  const found = known ? number.exec(tag)?.[1] : undefined;
  return found === undefined ? null : Number(found);
}
