import { isExpectedUnset, rule } from '#rule';

export default rule({
  id: 'variables-set-here',
  on: 'dockerfile',
  title: 'The file sets every variable that it uses',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['buildkit/UndefinedVar'],
  *check(file) {
    for (const variable of file.undefinedVariables) {
      if (variable.instruction.keyword === 'FROM' || !(variable.baseMaySet || isExpectedUnset(file, variable))) continue;
      const here = variable.baseMaySet ? 'it is what the base image makes of it, or empty' : 'it is empty';
      yield { at: variable.range, message: `\`$${variable.name}\` is set nowhere in this file: ${here}.` };
    }
  },
});
