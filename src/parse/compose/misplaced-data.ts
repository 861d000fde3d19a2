// Volumes of databases that the database never writes to, because its image keeps the data in another folder.
import { dataPlace } from '../known-data.ts';
import type { Mount, Part, Service } from './model.ts';

export interface MisplacedData {
  readonly mount: Mount;
  readonly target: Part;
  /** Where a volume has to be mounted, so that it holds the data. */
  readonly folder: string;
  /** The image brings a volume of its own below the target, which hides this one. */
  readonly above: boolean;
}

/** Commands that may choose another folder. */
const CHOOSES = /data|dbpath|\bdir\b|\.conf|\.cnf|\.ya?ml|^\s*\$\S*\s*$|(?:^|\s)-[DdfF]\b/i;
/** Folders that are for something else than data, wherever they are. */
const ASIDE =
  /(?:^|\/)(?:docker-entrypoint-\w+|etc|conf\w*|backups?|dumps?|scripts?|logs?|tmp|run|certs?|ssl|seeds?|init\w*|import|plugins?)(?:\/|$)/i;
/** What a folder for data is called. */
const DATA =
  /^\/(?:var\/lib|data|bitnami|opt|srv)\/.*(?:data|db|sql|maria\w*|mongo\w*|redis|valkey|elastic\w*|rabbit\w*|neo4j|cassandra|couchdb|clickhouse|postgres\w*)$|^\/(?:data|db|pgdata|[\w-]+\/data)$/i;

/** Empty where any mount holds the data, or may. */
export function misplacedData(service: Service): MisplacedData[] {
  const { image, build, volumes, environment, envFiles, get, list } = service;
  const place = image?.ref && !build ? dataPlace(image.ref) : null;
  if (!place || get('entrypoint') || get('extends') || get('volumes_from') || get('tmpfs')) return [];
  if (list('command').some(({ string }) => CHOOSES.test(string))) return [];
  if (place.chosenBy && (envFiles.length > 0 || environment.some(({ name }) => place.chosenBy?.test(name)))) return [];
  const { folder, volume, former } = place;
  const holds = (path: string) =>
    path === folder || (path.startsWith(`${folder}/`) && path !== former) || (!volume && folder.startsWith(`${path}/`));
  const mounts = volumes.map((mount) => ({ mount, target: mount.target, path: folderOf(mount.target) }));
  if (mounts.some(({ path }) => path === null || holds(path))) return [];
  return mounts.flatMap(({ mount, target, path }) => {
    if (!target || !path || mount.readOnly || (mount.type !== 'volume' && mount.type !== 'bind')) return [];
    const above = folder.startsWith(`${path}/`);
    const meant = above || path === former || (DATA.test(path) && !ASIDE.test(path));
    return meant ? [{ mount, target, folder, above }] : [];
  });
}

/** `null` where a variable decides, or there is none. */
const folderOf = (target: Part | null): string | null =>
  target && !target.text.includes('$') ? target.text.replace(/(?<=[^/])\/{1,20}$/, '') : null;
