import { isTemplate, nearest, replace, rule } from '#rule';

/** What FROM knows without an ARG: https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
const PLATFORM = ['BUILD', 'TARGET'].flatMap((side) => ['PLATFORM', 'OS', 'ARCH', 'VARIANT'].map((part) => side + part));
/** Problems that say no more than that the variable is empty. */
const SAME = new Set(['undeclared-image', 'undeclared-platform']);

export default rule({
  id: 'declared-args-in-from',
  on: 'dockerfile',
  title: 'Variables in FROM are declared before the first FROM',
  severity: 'error',
  category: 'consistency',
  fixes: 'unsafe',
  also: ['buildkit/UndefinedArgInFrom', 'dockerfile-utils/BASE_NAME_EMPTY'],
  *check(file) {
    if (isTemplate(file)) return;
    const broken = new Set(
      file.problems.filter(({ code }) => !SAME.has(code)).map(({ range }) => file.instructionAt(range.start)),
    );
    const declared = () =>
      file.instructions('ARG').flatMap(({ stage, pairs }) => (stage ? [] : pairs.map(({ name }) => name.value)));
    for (const { name, range, instruction } of file.undefinedVariables) {
      if (instruction.keyword !== 'FROM' || broken.has(instruction)) continue;
      const meant = nearest(name, [...PLATFORM, ...declared()]);
      const at = { start: range.end - name.length, end: range.end };
      const written = meant !== null && file.source.text.slice(at.start, at.end) === name;
      yield {
        at: range,
        message: `No ARG before the first FROM declares \`$${name}\`, so it is empty here, whatever is passed with \`--build-arg\`.${meant ? ` Was \`${meant}\` meant?` : ''}`,
        fix: written ? { title: `Write \`${meant}\``, edits: [replace(at, meant)] } : undefined,
      };
    }
  },
});
