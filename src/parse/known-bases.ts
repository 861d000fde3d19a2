// Official images that others are built on, by what their versions mean. From the list of github.com/docker-library/official-images, as of August 2026.
import type { ImageRef } from './image.ts';
import { officialName } from './known-images.ts';

const SYSTEMS: ReadonlySet<string> = new Set(
  'almalinux alpine amazonlinux archlinux buildpack-deps busybox centos clearlinux debian fedora mageia oraclelinux photon rockylinux sl ubuntu'.split(
    ' ',
  ),
);
const PROGRAMS: ReadonlySet<string> = new Set(
  `amazoncorretto caddy clojure composer dart drupal eclipse-temurin elixir erlang gcc ghost golang gradle groovy haproxy haskell httpd ibmjava java jenkins jetty joomla jruby julia
  mariadb maven memcached mongo mono mysql nextcloud nginx node openjdk perl php postgres pypy python r-base rabbitmq rails redis redmine ruby rust sapmachine
  sbt solr spark swift tomcat wordpress`.split(/\s+/),
);

/** `system`: a distribution, whose packages are what counts. `program`: a language or server, whose version a program has to fit. `null`: not known. */
export function knownBase(ref: ImageRef): 'system' | 'program' | null {
  const name = ref.dynamic ? null : officialName(ref);
  if (name === null) return null;
  return SYSTEMS.has(name) ? 'system' : PROGRAMS.has(name) ? 'program' : null;
}
