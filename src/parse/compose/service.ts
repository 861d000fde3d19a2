// One service: its keys, and typed views on them that are computed when first asked.
import { parseImage } from '../image.ts';
import { buildOf } from './build.ts';
import { flagOf } from './flag.ts';
import { healthcheckOf } from './healthcheck.ts';
import { defaultOf } from './interpolation.ts';
import type { Service } from './model.ts';
import { mountsOf } from './mounts.ts';
import type { Entry, ScalarNode } from './node.ts';
import { portsOf } from './ports.ts';
import { dependenciesOf, envFilesOf, grantedReferences, namedReferences } from './references.ts';
import { scalarOf, scalarsOf } from './scalars.ts';
import { variablesOf } from './variables.ts';

/** `text` is the file's, for the places of pieces inside values. */
export function serviceOf(entry: Entry, text: string): Service {
  const node = entry.value.kind === 'map' ? entry.value : null;
  const get = (key: string) => node?.get(key);
  const scalar = (key: string) => scalarOf(get(key));
  const views = {
    image: lazy(() => imageOf(scalar('image'))),
    build: lazy(() => buildOf(node?.entry('build'), text)),
    ports: lazy(() => portsOf(get('ports'), text)),
    volumes: lazy(() => mountsOf(get('volumes'), text)),
    environment: lazy(() => variablesOf(get('environment'), text)),
    envFiles: lazy(() => envFilesOf(get('env_file'))),
    networks: lazy(() => namedReferences(get('networks'))),
    secrets: lazy(() => grantedReferences(get('secrets'))),
    configs: lazy(() => grantedReferences(get('configs'))),
    dependsOn: lazy(() => dependenciesOf(get('depends_on'))),
    healthcheck: lazy(() => healthcheckOf(node?.entry('healthcheck'))),
    profiles: lazy(() => scalarsOf(get('profiles')).map(({ string }) => string)),
  };
  return {
    name: entry.key.string,
    key: entry.key,
    entry,
    node,
    get,
    entryOf: (key) => node?.entry(key),
    scalar,
    list: (key) => scalarsOf(get(key)),
    flag: (key) => flagOf(get(key)),
    variables: (key) => variablesOf(get(key), text),
    get image() {
      return views.image();
    },
    get build() {
      return views.build();
    },
    get ports() {
      return views.ports();
    },
    get volumes() {
      return views.volumes();
    },
    get environment() {
      return views.environment();
    },
    get envFiles() {
      return views.envFiles();
    },
    get networks() {
      return views.networks();
    },
    get secrets() {
      return views.secrets();
    },
    get configs() {
      return views.configs();
    },
    get dependsOn() {
      return views.dependsOn();
    },
    get healthcheck() {
      return views.healthcheck();
    },
    get profiles() {
      return views.profiles();
    },
  };
}

/** Where every variable has a default, the reference is that of the defaults: its ranges then lie in its own `text`. */
function imageOf(node: ScalarNode | null): Service['image'] {
  return node && { node, text: node.string, ref: parseImage(defaultOf(node.string) ?? node.string) };
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
