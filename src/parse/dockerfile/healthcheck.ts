// Whether a container of a stage's image has a health check.
import type { ImageRef } from '../image.ts';
import type { Dockerfile, Stage } from './model.ts';
import { stageNamed } from './shipped.ts';

/**
 * `null`: that depends on a base image of which nothing is known. `without` says of which images it is known that they have none.
 * `target`: as Compose names it; `null` is the last stage, and a name that no stage has stands for any of them.
 */
export function hasHealthcheck(file: Dockerfile, target: string | null, without: (ref: ImageRef) => boolean): boolean | null {
  const stage = target === null ? file.stages.at(-1) : stageNamed(file, target);
  if (stage) return ofStage(stage, without);
  const answers = new Set(file.stages.map((one) => ofStage(one, without)));
  return answers.size === 1 && answers.has(false) ? false : null;
}

function ofStage(stage: Stage, without: (ref: ImageRef) => boolean): boolean | null {
  const chain = [stage, ...stage.ancestors()];
  for (const link of chain) {
    const own = link.instructionsOf('HEALTHCHECK').at(-1);
    if (own) return own.words[0]?.value.toUpperCase() !== 'NONE';
  }
  const root = chain.at(-1);
  if (root?.image?.text.toLowerCase() === 'scratch') return false;
  return root?.ref && without(root.ref) ? false : null;
}
