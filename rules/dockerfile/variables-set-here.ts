import { rule } from '#rule';

export default rule({
  id: 'variables-set-here',
  on: 'dockerfile',
  title: 'The file sets every variable that it uses',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['buildkit/UndefinedVar'],
  *check(file) {
    for (const { name, range, instruction, baseMaySet } of file.undefinedVariables) {
      if (!baseMaySet || instruction.keyword === 'FROM') continue;
      yield {
        at: range,
        message: `\`$${name}\` is set nowhere in this file: it is what the base image makes of it, or empty.`,
      };
    }
  },
});
