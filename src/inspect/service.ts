// One service of a loaded project → what the analyses and the picture know of it.
import type { Json } from '../parse/compose/load/decode/shape.ts';
import { get, itemsOf, type Value } from '../parse/compose/load/value.ts';
import { buildOf } from './build.ts';
import { healthOf } from './health.ts';
import { entriesIn, field, fieldAt, flagIn, listIn, numberIn, textIn, textsIn } from './json.ts';
import { type Surroundings, shownPath, writtenAt } from './place.ts';
import type { Amounts, StackDependency, StackMount, StackPort, StackService } from './stack.ts';

/** `placed`: the same service, each value with the place where it is written. */
export function serviceOf(name: string, service: Json, placed: Value | undefined, around: Surroundings): StackService {
  const { project, folder } = around;
  const volumes = itemsOf(get(placed, 'volumes'));
  const written = (index: number) => writtenAt(get(volumes[index], 'source'), project);
  const mounts = listIn(field(service, 'volumes')).map((mount, index) => mountOf(mount, folder, () => written(index)));
  const build = field(service, 'build');
  return {
    name,
    image: textIn(field(service, 'image')),
    build: build === undefined ? null : buildOf(build, around),
    profiles: [...textsIn(field(service, 'profiles'))],
    replicas: replicasOf(service),
    limits: amounts(service, 'limits', 'mem_limit'),
    reservations: amounts(service, 'reservations', 'mem_reservation'),
    networkMode: textIn(field(service, 'network_mode')),
    networks: entriesIn(field(service, 'networks')).map(([network]) => network),
    ports: listIn(field(service, 'ports')).map(portOf),
    mounts: [...mounts, ...textsIn(field(service, 'tmpfs')).map(temporary)],
    dependsOn: entriesIn(field(service, 'depends_on')).map(dependencyOf),
    health: healthOf(service, project),
    ...logOf(service),
  };
}

function replicasOf(service: Json): number {
  if (fieldAt(service, 'deploy', 'mode') === 'global') return 1;
  const written = numberIn(fieldAt(service, 'deploy', 'replicas')) ?? numberIn(field(service, 'scale')) ?? 1;
  return Math.min(Math.max(written, 0), MOST_REPLICAS);
}

/** What no machine has: sums of them stay numbers. */
const MOST_REPLICAS = 1_000_000;
const MOST = 2 ** 80;

/** Zero means no limit. */
const positive = (value: Json | undefined): number | null => {
  const number = numberIn(value);
  return number !== null && number > 0 ? Math.min(number, MOST) : null;
};

function amounts(service: Json, kind: 'limits' | 'reservations', memory: string): Amounts {
  const deploy = fieldAt(service, 'deploy', 'resources', kind);
  const limit = kind === 'limits';
  const quota = positive(field(service, 'cpu_quota'));
  const share = quota === null ? null : quota / (positive(field(service, 'cpu_period')) ?? 100_000);
  const count = positive(field(service, 'cpus')) ?? positive(field(service, 'cpu_count')) ?? share;
  return {
    cpus: positive(field(deploy, 'cpus')) ?? (limit ? count : null),
    memory: positive(field(deploy, 'memory')) ?? positive(field(service, memory)),
    pids: positive(field(deploy, 'pids')) ?? (limit ? positive(field(service, 'pids_limit')) : null),
  };
}

function portOf(port: Json): StackPort {
  const published = textIn(field(port, 'published'));
  return {
    address: textIn(field(port, 'host_ip')) ?? '0.0.0.0',
    published: published === '0' ? null : published,
    target: numberIn(field(port, 'target')) ?? 0,
    protocol: textIn(field(port, 'protocol')) ?? 'tcp',
  };
}

function mountOf(mount: Json, folder: string, written: () => string | undefined): StackMount {
  const source = textIn(field(mount, 'source'));
  const common = { target: textIn(field(mount, 'target')) ?? '', readOnly: flagIn(field(mount, 'read_only')) };
  switch (field(mount, 'type')) {
    case 'bind':
      return { kind: 'path', source: shownPath(source ?? '', folder, written()), ...common };
    case 'volume':
      return { kind: source === null ? 'anonymous' : 'volume', source, ...common };
    case 'tmpfs':
      return { kind: 'tmpfs', source: null, ...common };
    default:
      return { kind: 'other', source, ...common };
  }
}

const temporary = (text: string): StackMount => ({
  kind: 'tmpfs',
  source: null,
  target: text.split(':', 1)[0] ?? '',
  readOnly: false,
});

const dependencyOf = ([name, how]: readonly [string, Json]): StackDependency => ({
  name,
  condition: textIn(field(how, 'condition')) ?? 'service_started',
  required: field(how, 'required') !== false,
});

/** https://docs.docker.com/engine/logging/configure/: the driver `local` cuts by itself, `json-file` does not. */
function logOf(service: Json): Pick<StackService, 'logDriver' | 'logLimited'> {
  const logDriver = textIn(fieldAt(service, 'logging', 'driver'));
  const size = fieldAt(service, 'logging', 'options', 'max-size') !== undefined;
  return { logDriver, logLimited: size || (logDriver !== null && logDriver !== 'json-file') };
}
