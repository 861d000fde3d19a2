import { rule } from '#rule';

export default rule({
  id: 'no-empty-command',
  on: 'dockerfile',
  title: 'Instructions that run something say what',
  severity: 'warning',
  category: 'reliability',
  also: ['dockerfile-utils/ARGUMENT_MISSING', 'dockerfilelint/missing_args'],
  *check(file) {
    for (const instruction of file.instructions('CMD', 'ENTRYPOINT', 'RUN', 'ONBUILD')) {
      const { keyword, keywordRange: at, text, heredocs } = instruction.trigger ?? instruction;
      if (!/^(?:CMD|ENTRYPOINT|RUN)$/.test(keyword) || text !== '' || heredocs.length > 0) continue;
      const outcome =
        keyword === 'RUN' ? 'makes a layer without doing anything' : 'makes containers start a shell with nothing to do';
      const hint = keyword === 'RUN' ? '' : ` \`${keyword} []\` takes back what the base image starts.`;
      yield { at, message: `\`${keyword}\` has no command: it ${outcome}.${hint}` };
    }
  },
});
