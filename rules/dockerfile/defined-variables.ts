import { isExpectedUnset, rule } from '#rule';

export default rule({
  id: 'defined-variables',
  on: 'dockerfile',
  title: 'Every variable is set before it is used',
  severity: 'warning',
  category: 'reliability',
  also: ['buildkit/UndefinedVar', 'sonar-iac/S6579'],
  *check(file) {
    for (const variable of file.undefinedVariables) {
      if (variable.baseMaySet || variable.instruction.keyword === 'FROM' || isExpectedUnset(file, variable)) continue;
      yield {
        at: variable.range,
        message: `\`$${variable.name}\` is set neither by an ARG or ENV in front nor by the base image, so it is empty here.`,
      };
    }
  },
});
