// Advice on performance: limits, logs, start order, build cache. Each piece once, with the services that it is for.
import { grouped } from '../grouped.ts';
import type { Advice, Dependencies } from './inspection.ts';
import type { Stack, StackService } from './stack.ts';

type Find = (services: readonly StackService[], dependencies: Dependencies) => readonly string[];

const where =
  (wanted: (service: StackService) => boolean): Find =>
  (services) =>
    services.filter(wanted).map(({ name }) => name);

const PIECES: readonly (Omit<Advice, 'services'> & { find: Find })[] = [
  {
    topic: 'limits',
    message: 'Without a memory limit one leak takes all of the host: set `deploy.resources.limits.memory`.',
    find: where(({ limits, replicas }) => limits.memory === null && replicas > 0),
  },
  {
    topic: 'limits',
    message: 'Without a CPU limit one busy service starves the others: set `deploy.resources.limits.cpus`.',
    find: where(({ limits, replicas }) => limits.cpus === null && replicas > 0),
  },
  {
    topic: 'logging',
    message: 'Logs grow until the disk is full: set `logging.options.max-size`, or use the driver `local`.',
    find: where(({ logLimited }) => !logLimited),
  },
  {
    topic: 'start order',
    message: 'These have a health check, but who depends on them does not wait for it: use `condition: service_healthy`.',
    find: (_, { waits }) =>
      distinct(waits.filter((wait) => wait.health === 'checked' && wait.condition === 'service_started').map((wait) => wait.for)),
  },
  {
    topic: 'start order',
    message: 'Others depend on these, and nothing tells when they are ready: give them a `healthcheck`.',
    find: (_, { withoutHealth }) => distinct(withoutHealth.map((wait) => wait.for)),
  },
  {
    topic: 'build cache',
    message: 'These build the same image more than once: give them the same `image`, and `build` one of them only.',
    find: (services) => sameBuild(services),
  },
  {
    topic: 'build cache',
    message: '`no_cache` builds every layer each time.',
    find: where(({ build }) => build?.noCache === true),
  },
  {
    topic: 'build cache',
    message:
      'Their build context has no `.dockerignore`: every file is sent to the builder, and any change discards the cache of `COPY .`.',
    find: where(({ build }) => build?.ignores === false),
  },
];

export const adviceFor = ({ services }: Stack, dependencies: Dependencies): Advice[] =>
  PIECES.flatMap(({ topic, message, find }) => {
    const found = find(services, dependencies);
    return found.length > 0 ? [{ topic, message, services: [...found] }] : [];
  });

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

function sameBuild(services: readonly StackService[]): string[] {
  const builds = grouped(services, ({ build }) => build?.key);
  return [...builds].flatMap(([key, same]) => (key !== undefined && same.length > 1 ? same.map(({ name }) => name) : []));
}
