import { isTemplate, rule } from '#rule';

export default rule({
  id: 'declared-args-in-from',
  on: 'dockerfile',
  title: 'Variables in FROM are declared before the first FROM',
  severity: 'warning',
  category: 'reliability',
  also: ['buildkit/UndefinedArgInFrom'],
  *check(file) {
    if (isTemplate(file)) return;
    const broken = new Set(file.problems.map(({ range }) => file.instructionAt(range.start)));
    for (const { name, range, instruction } of file.undefinedVariables) {
      if (instruction.keyword !== 'FROM' || broken.has(instruction)) continue;
      yield {
        at: range,
        message: `No ARG before the first FROM declares \`$${name}\`, so it is empty here, whatever is passed with \`--build-arg\`.`,
      };
    }
  },
});
