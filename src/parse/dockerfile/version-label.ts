// The version that an image tells by its label. https://github.com/opencontainers/image-spec/blob/main/annotations.md
import type { Range } from '../../model.ts';
import type { Dockerfile, Stage } from './model.ts';

const NAMES = /^(?:org\.opencontainers\.image\.version|org\.label-schema\.version|version)$/i;

/** Of the stage itself; `null` without a label, or when a variable decides. */
export function versionLabel(file: Dockerfile, stage: Stage): { text: string; range: Range } | null {
  for (const label of stage.instructionsOf('LABEL').toReversed()) {
    const pair = label.pairs.findLast(({ name }) => NAMES.test(name.value));
    if (!pair?.value) continue;
    const text = pair.value.text.includes('$') ? null : file.expand(pair.value.text, label);
    return text === null ? null : { text, range: pair.value.range };
  }
  return null;
}
