import { rule } from '#rule';

export default rule({
  id: 'grouped-labels',
  on: 'dockerfile',
  title: 'Labels that stand together are one instruction',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['tally/labels/prefer-grouped'],
  *check(file) {
    for (const { instructions } of file.stages)
      for (const [i, label] of instructions.entries()) {
        if (label.keyword !== 'LABEL' || instructions[i - 1]?.keyword !== 'LABEL') continue;
        yield {
          at: label.keywordRange,
          message: 'The instruction above sets labels, too: one LABEL can hold them all, one a line.',
          subject: `${file.subject(label.keywordRange)} ${label.pairs[0]?.name.value ?? ''}`,
        };
      }
  },
});
