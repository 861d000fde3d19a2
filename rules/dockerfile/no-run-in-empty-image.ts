import { type Instruction, rule } from '#rule';

/** Whether what is copied may hold a shell: it goes to `/`, to a folder of programs, or nobody knows where. */
function mayBringShell({ json, words, heredocs }: Instruction): boolean {
  const target = (json ?? words).at(-1)?.value ?? '';
  return heredocs.length === 0 && !/^\/(?!$|(?:usr\/)?s?bin(?:\/|$)|usr\/?$|\.|\$)[^$]*$/.test(target);
}

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
      let filled = false;
      const before = chain.slice(0, -1).flatMap(({ instructions }) => instructions);
      for (const instruction of [...before, ...stage.instructions]) {
        const { keyword, keywordRange: at, flags, json } = instruction;
        if (keyword === 'ONBUILD' || keyword === 'SHELL') break;
        if (keyword === 'COPY' || keyword === 'ADD') {
          if (mayBringShell(instruction)) break;
          filled = true;
        }
        if (keyword !== 'RUN' || flags.some(({ name }) => name === 'mount') || instruction.stage !== stage || (json && filled))
          continue;
        yield {
          at,
          message: filled
            ? 'Nothing has put a shell into `scratch` that could run this: the build stops here. The exec form needs none.'
            : `Nothing has been put into \`scratch\` when this runs, ${json ? 'so there is no program to run' : 'so there is no shell to run it'}: the build stops here.`,
          subject: `${file.subject(at)} ${instruction.text.slice(0, 80)}`,
        };
        break;
      }
    }
  },
});
