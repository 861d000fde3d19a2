// Whether an image is for those who work on the project, and never leaves their machines or the tests.
import { namesDevelopment } from '../purpose.ts';
import type { Dockerfile } from './model.ts';
import { shippedStages } from './shipped.ts';

/** By its path (`.devcontainer/Dockerfile`, `Dockerfile.dev`) or by the name of a stage that the last one builds on. */
export function isForDevelopment(file: Dockerfile): boolean {
  return (
    namesDevelopment(file.path) || [...shippedStages(file)].some(({ name }) => name !== null && namesDevelopment(name.value))
  );
}
