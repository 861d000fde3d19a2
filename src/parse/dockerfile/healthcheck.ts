// Whether a container of a stage's image has a health check.
import { knownWithoutHealthcheck } from '../known-healthchecks.ts';
import type { Dockerfile, Stage } from './model.ts';
import { stageNamed } from './shipped.ts';

/** `null`: that depends on a base image of which nothing is known. */
type Answer = boolean | null;

const answered = new WeakMap<Dockerfile, ReadonlyMap<Stage, Answer>>();

/** `target` as Compose names it: `null` is the last stage, and a name that no stage has stands for any of them. */
export function hasHealthcheck(file: Dockerfile, target: string | null): Answer {
  const answers = answered.get(file) ?? answersOf(file);
  answered.set(file, answers);
  const stage = target === null ? file.stages.at(-1) : stageNamed(file, target);
  if (stage) return answers.get(stage) ?? null;
  const all = new Set(answers.values());
  return all.size === 1 && all.has(false) ? false : null;
}

/** Stage by stage: what one builds on stands before it. */
function answersOf(file: Dockerfile): ReadonlyMap<Stage, Answer> {
  const answers = new Map<Stage, Answer>();
  for (const stage of file.stages) {
    const own = stage.instructionsOf('HEALTHCHECK').at(-1);
    if (own) answers.set(stage, own.words[0]?.value.toUpperCase() !== 'NONE');
    else answers.set(stage, stage.base ? (answers.get(stage.base) ?? null) : ofBaseImage(stage));
  }
  return answers;
}

function ofBaseImage({ image, ref }: Stage): Answer {
  const bare = image?.text === 'scratch' || (ref !== null && knownWithoutHealthcheck(ref));
  return bare ? false : null;
}
