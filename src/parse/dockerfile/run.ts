// Whether an image is one that is run: others are a step on the way to one.
import type { Dockerfile } from './model.ts';

/** The final image, or one that it builds on here, starts something or offers a port. */
export function isRun({ stages }: Dockerfile): boolean {
  const final = stages.at(-1);
  return [final, ...(final?.ancestors() ?? [])].some(
    (stage) => stage && stage.instructionsOf('CMD', 'ENTRYPOINT', 'EXPOSE').length > 0,
  );
}
