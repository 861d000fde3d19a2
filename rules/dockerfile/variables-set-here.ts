import { type Instruction, isExpectedUnset, rule } from '#rule';

export default rule({
  id: 'variables-set-here',
  on: 'dockerfile',
  title: 'The file sets every variable that it uses',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['buildkit/UndefinedVar', 'sonar-iac/S6579'],
  *check(file) {
    const told = new Map<string, Instruction>();
    let above: Map<Instruction, Instruction | undefined> | undefined;
    for (const variable of file.undefinedVariables) {
      if (variable.instruction.keyword === 'FROM' || !(variable.baseMaySet || isExpectedUnset(file, variable))) continue;
      const { name, instruction, range: at } = variable;
      above ??= new Map(file.all.map((one, i) => [one, file.all[i - 1]]));
      const before = told.get(name);
      told.set(name, instruction);
      // Two ENV in a row are as one that sets all of it.
      if (before?.keyword === 'ENV' && instruction.keyword === 'ENV' && above.get(instruction) === before) continue;
      const here = variable.baseMaySet ? 'it is what the base image makes of it, or empty' : 'it is empty';
      yield { at, message: `\`$${name}\` is set nowhere in this file: ${here}.` };
    }
  },
});
