import { type Instruction, rule } from '#rule';

export default rule({
  id: 'indented-stages',
  on: 'dockerfile',
  title: 'Where there are several stages, a tab stands in front of what is in them, and nowhere else',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['tally/consistent-indentation'],
  *check(file) {
    const { text } = file.source;
    const inFront = ({ range, startLine }: Instruction) => text.slice(file.starts[startLine - 1], range.start);
    const several = file.stages.length > 1;
    for (const { instructions } of file.stages) {
      const wrong = instructions.find((one) => inFront(one) !== (several && one.keyword !== 'FROM' ? '\t' : ''));
      if (!wrong) continue;
      yield {
        at: wrong.keywordRange,
        message:
          several && wrong.keyword !== 'FROM'
            ? 'One tab in front of each instruction shows what belongs to which stage.'
            : 'Nothing is inside of anything here, so that blanks in front say nothing.',
      };
    }
  },
});
