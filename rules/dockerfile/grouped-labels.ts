import { type Instruction, rule } from '#rule';

/** What MAINTAINER was stands by itself, as it did. */
const namesAuthors = ({ pairs }: Instruction) =>
  pairs.length === 1 && pairs[0]?.name.value === 'org.opencontainers.image.authors';

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
        const above = instructions[i - 1];
        if (label.keyword !== 'LABEL' || above?.keyword !== 'LABEL' || namesAuthors(label) || namesAuthors(above)) continue;
        yield {
          at: label.keywordRange,
          message: 'The instruction above sets labels, too: one LABEL can hold them all, one a line.',
          subject: `${file.subject(label.keywordRange)} ${label.pairs[0]?.name.value ?? ''}`,
        };
      }
  },
});
