import { fileSources, rule, type Stage, stageNamed } from '#rule';

/** Whether anything may put files into a stage. */
const isFilled = (stage: Stage): boolean => stage.instructionsOf('COPY', 'ADD', 'RUN', 'WORKDIR', 'ONBUILD').length > 0;

export default rule({
  id: 'no-empty-stage-source',
  on: 'dockerfile',
  title: 'Files are copied from stages that have files',
  severity: 'error',
  category: 'consistency',
  also: ['tally/copy-from-empty-scratch-stage'],
  *check(file) {
    for (const { instruction, name, range } of fileSources(file)) {
      const stage = stageNamed(file, name);
      if (!stage || stage.index >= (instruction.stage?.index ?? 0)) continue;
      const chain = [stage, ...stage.ancestors()];
      if (chain.at(-1)?.image?.value !== 'scratch' || chain.some(isFilled)) continue;
      yield {
        at: range,
        message: `The stage \`${name}\` begins with \`scratch\` and gets no file, so that there is nothing to copy from it and the build stops here.`,
        subject: `${file.subject(range)} ${instruction.words[0]?.text.slice(0, 80) ?? ''}`,
      };
    }
  },
});
