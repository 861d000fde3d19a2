// Official images of Docker Hub that have no HEALTHCHECK, in any tag. Source, as of August 2026: their Dockerfiles, github.com/docker-library.
import type { ImageRef } from './image.ts';

const WITHOUT = new Set(
  `adminer almalinux alpine amazoncorretto amazonlinux buildpack-deps busybox caddy cassandra debian docker drupal eclipse-mosquitto
  eclipse-temurin elixir erlang fedora ghost golang gradle haproxy httpd influxdb joomla kibana mariadb maven memcached mongo mongo-express
  mysql nats neo4j nextcloud nginx node openjdk perl php postgres python rabbitmq redis redmine registry rockylinux ruby rust swift telegraf
  tomcat traefik ubuntu valkey wordpress zookeeper`.split(/\s+/),
);

/** Whether an image is known to have no health check of its own; of others nothing is known. */
export const knownWithoutHealthcheck = (ref: ImageRef): boolean => ref.official && !ref.dynamic && WITHOUT.has(ref.name);
