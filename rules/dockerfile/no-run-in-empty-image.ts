import { rule } from '#rule';

export default rule({
  id: 'no-run-in-empty-image',
  on: 'dockerfile',
  title: 'Nothing is run where there is no program yet',
  severity: 'error',
  category: 'consistency',
  also: ['tally/shell-run-in-scratch'],
  *check(file) {
    for (const stage of file.stages) {
      const chain = [stage, ...stage.ancestors()].reverse();
      if (chain[0]?.image?.value !== 'scratch') continue;
      const before = chain.slice(0, -1).flatMap(({ instructions }) => instructions);
      for (const instruction of [...before, ...stage.instructions]) {
        const { keyword, keywordRange: at, flags, json } = instruction;
        if (keyword === 'COPY' || keyword === 'ADD' || keyword === 'ONBUILD') break;
        if (keyword !== 'RUN' || flags.some(({ name }) => name === 'mount') || instruction.stage !== stage) continue;
        yield {
          at,
          message: `Nothing has been put into \`scratch\` when this runs, ${json ? 'so there is no program to run' : 'so there is no shell to run it'}: the build stops here.`,
          subject: `${file.subject(at)} ${instruction.text.slice(0, 80)}`,
        };
        break;
      }
    }
  },
});
