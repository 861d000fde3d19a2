// VOLUME with an empty path.
import type { Check } from './report.ts';

export const checkVolumes: Check = ({ keyword, words, json }, report, evaluate) => {
  if (keyword !== 'VOLUME') return;
  for (const word of words) {
    const { value } = evaluate(json ? word.value : word.text);
    if (value !== null && value.trim() === '')
      report('empty-volume', word.range, 'A volume cannot be an empty path.', 'Remove it or name a path.');
  }
};
