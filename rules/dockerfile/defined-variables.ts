import { rule } from '#rule';

export default rule({
  id: 'defined-variables',
  on: 'dockerfile',
  title: 'Every variable is set before it is used',
  severity: 'warning',
  category: 'reliability',
  also: ['buildkit/UndefinedVar'],
  *check(file) {
    for (const { name, range, instruction, baseMaySet } of file.undefinedVariables) {
      if (baseMaySet || instruction.keyword === 'FROM') continue;
      yield {
        at: range,
        message: `\`$${name}\` is set neither by an ARG or ENV in front nor by the base image, so it is empty here.`,
      };
    }
  },
});
