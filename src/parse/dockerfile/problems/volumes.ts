// VOLUME with an empty path.
import type { Check } from './report.ts';

export const checkVolumes: Check = (instruction, report, evaluate) => {
  if (instruction.keyword !== 'VOLUME') return;
  const { words, json } = instruction;
  for (const word of words) {
    const { value } = evaluate(json ? word.value : word.text);
    if (value !== null && value.trim() === '')
      report('empty-volume', word.range, 'A volume cannot be an empty path.', 'Remove it or name a path.');
  }
};
