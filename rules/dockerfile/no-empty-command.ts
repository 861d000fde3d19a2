import { rule } from '#rule';

export default rule({
  id: 'no-empty-command',
  on: 'dockerfile',
  title: 'CMD and ENTRYPOINT name a command',
  severity: 'warning',
  category: 'reliability',
  also: ['dockerfile-utils/ARGUMENT_MISSING', 'dockerfilelint/missing_args'],
  *check(file) {
    for (const instruction of file.instructions('CMD', 'ENTRYPOINT', 'ONBUILD')) {
      const { keyword, keywordRange: at, text } = instruction.trigger ?? instruction;
      if ((keyword !== 'CMD' && keyword !== 'ENTRYPOINT') || text !== '') continue;
      yield {
        at,
        message: `\`${keyword}\` has no command: containers start a shell that has nothing to do. \`${keyword} []\` takes back what the base image starts.`,
      };
    }
  },
});
