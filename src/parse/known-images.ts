// Facts about base images: who their processes run as. Sources, as of August 2026: the Dockerfiles of Docker's official images (github.com/docker-library/official-images,
// "Config.User" in github.com/docker-library/repo-info) and the vendors' documentation of the registries named below.
import type { ImageRef } from './image.ts';

export interface KnownUser {
  /** Whether a container of it begins as root. */
  readonly root: boolean;
  /** An unprivileged user that the image brings for applications: what USER can be set to. */
  readonly user: string | null;
  /** Its entrypoint gives up root by itself, or the image is a service that somebody configures and does not program. */
  readonly dropsRoot: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Official images whose last USER is not root. */
const NON_ROOT =
  words(`adminer api-firewall elasticsearch emqx fluentd groovy haproxy irssi jetty jobber kibana kong krakend lightstreamer liquibase
  logstash memcached notary nuxeo odoo open-liberty percona rocket.chat solr sonarqube spark teamspeak varnish websphere-liberty`);

/** Official images that begin as root and change to a user of their own before they serve. */
const DROPS =
  words(`arangodb bonita cassandra clickhouse consul convertigo couchbase couchdb crate eclipse-mosquitto eggdrop flink ghost influxdb joomla
  kapacitor mariadb mongo mysql neo4j nextcloud orientdb php-zendserver phpmyadmin plone postgres rabbitmq redis redmine storm telegraf valkey vault
  wordpress znc zookeeper`);

/** Official images with a user for applications. */
const USERS: ReadonlyMap<string, string> = new Map([['node', 'node']]);

const HUB = /^(?:(?:registry-1\.|index\.)?docker\.io)$/;
const MIRRORS: ReadonlySet<string> = new Set(['public.ecr.aws/docker', 'mirror.gcr.io']);

const known = (root: boolean, user: string | null = null, dropsRoot = false): KnownUser => ({ root, user, dropsRoot });

/** `null` for an image that nothing is known about. */
export function knownUser(ref: ImageRef): KnownUser | null {
  if (ref.dynamic || /nanoserver|windowsservercore/.test(ref.tag ?? '')) return null;
  const library = officialName(ref);
  if (library !== null) return NON_ROOT.has(library) ? known(false) : known(true, USERS.get(library) ?? null, DROPS.has(library));
  return knownVendor(`${ref.registry ?? 'docker.io'}/${ref.repository}`, ref.tag ?? '');
}

/** Name of one of Docker's official images, also where a mirror serves it. */
export function officialName(ref: ImageRef): string | null {
  if (ref.official) return ref.name;
  const path = ref.registry === null || HUB.test(ref.registry) ? ref.repository : `${ref.registry}/${ref.repository}`;
  for (const mirror of MIRRORS) if (path === `${mirror}/library/${ref.name}`) return ref.name;
  return path === `library/${ref.name}` ? ref.name : null;
}

function knownVendor(path: string, tag: string): KnownUser | null {
  if (path.startsWith('gcr.io/distroless/')) return /(?:^|-)nonroot(?:-|$)/.test(tag) ? known(false) : known(true, 'nonroot');
  if (/^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps|sdk)$/.test(path)) return dotnet(tag);
  if (/^docker\.io\/nvidia\/cuda$|^docker\.io\/oven\/bun$|^docker\.io\/denoland\/deno$|^quay\.io\/centos\/centos$/.test(path)) {
    const user = path.endsWith('/bun') ? 'bun' : path.endsWith('/deno') ? 'deno' : null;
    return known(true, user);
  }
  if (/^registry\.access\.redhat\.com\/(?:ubi\d+|ubi\d+\/ubi(?:-minimal|-init|-micro)?)$/.test(path)) return known(true);
  return null;
}

/** Since .NET 8 the Linux images bring `app`, told by `APP_UID`; the chiseled ones run as it. Windows tags tell nothing here. */
function dotnet(tag: string): KnownUser | null {
  if (/nanoserver|windowsservercore|chiseled|distroless/.test(tag)) return /nanoserver|windows/.test(tag) ? null : known(false);
  const major = Number(/^(\d{1,3})/.exec(tag)?.[1] ?? 0);
  return known(true, major >= 8 ? '$APP_UID' : null);
}
