// Whether an image is for those who work on the project, and never leaves their machines, the tests and the builds.
import { isOnlyKept, namesBuilder, namesDevelopment } from '../purpose.ts';
import type { Dockerfile } from './model.ts';
import { shippedStages } from './shipped.ts';

/** `./build.sh`, `/usr/local/sbin/build`: the container builds something and ends. */
const BUILDS = /(?:^|\/)build(?:\.sh)?$/;

/**
 * By its path (`.devcontainer/Dockerfile`, `Dockerfile.dev`, `builder.dockerfile`), by the name of a stage that the last one builds on,
 * or because it starts a build. Nor does one leave that is only kept: copies from elsewhere, what nobody maintains.
 */
export function isForDevelopment(file: Dockerfile): boolean {
  const before = known.get(file);
  if (before !== undefined) return before;
  const answer = asked(file);
  known.set(file, answer);
  return answer;
}

const known = new WeakMap<Dockerfile, boolean>();

function asked(file: Dockerfile): boolean {
  if (namesDevelopment(file.path) || namesBuilder(file.path) || isOnlyKept(file.path)) return true;
  const start = file.stages.at(-1)?.instructionsOf('CMD', 'ENTRYPOINT').at(-1);
  if (BUILDS.test((start?.json ?? start?.words)?.[0]?.value ?? '')) return true;
  return [...shippedStages(file)].some(({ name }) => name !== null && namesDevelopment(name.value));
}
