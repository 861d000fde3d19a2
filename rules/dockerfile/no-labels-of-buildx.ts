import { rule, shippedStages } from '#rule';

const SET = /^(?:org\.opencontainers\.image\.revision|com\.docker\.image\.source\.entrypoint)$/;

export default rule({
  id: 'no-labels-of-buildx',
  on: 'dockerfile',
  title: 'What only the build can know is labelled by the build',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['tally/labels/no-buildx-git-overlap'],
  *check(file) {
    const labels = file.instructions('LABEL');
    if (labels.length === 0) return;
    const shipped = shippedStages(file);
    for (const { stage, pairs } of labels)
      for (const { name } of stage && shipped.has(stage) ? pairs : []) {
        if (!SET.test(name.value)) continue;
        yield {
          at: name.range,
          message: `\`${name.value}\` depends on the checkout that is built, which this file cannot know. Buildx sets it with \`BUILDX_GIT_LABELS=1\`.`,
        };
      }
  },
});
