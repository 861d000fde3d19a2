import { fileSources, reachableStages, remove, rule, stageRemoval } from '#rule';

export default rule({
  id: 'no-unreachable-stages',
  on: 'dockerfile',
  title: 'Every stage is used by the final one',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['tally/no-unreachable-stages'],
  *check(file, { project }) {
    const reachable = reachableStages(file);
    const unneeded = file.stages.filter((stage) => !reachable.has(stage));
    if (unneeded.length === 0) return;
    const targets = new Set(
      project.composeFiles.flatMap(({ services }) => services.flatMap(({ build }) => build?.target?.string?.toLowerCase() ?? [])),
    );
    const byNumber = fileSources(file).some(({ name }) => /^\d+$/.test(name));
    for (const stage of unneeded) {
      if (stage.instructions.length === 1 || targets.has(stage.name?.value.toLowerCase() ?? '')) continue;
      const name = stage.name?.value ?? stage.image?.value ?? '';
      const lines = byNumber || targets.size > 0 ? null : stageRemoval(file, stage, unneeded);
      yield {
        at: stage.name?.range ?? stage.image?.range ?? stage.from.keywordRange,
        message: `Nothing that the final image is made of uses the stage \`${name}\`: a build without \`--target\` skips it.`,
        fix: lines
          ? {
              title: `Remove the stage${lines.length > 1 ? ' and those that are made of it' : ''}, which can then no longer be built with \`--target\``,
              edits: lines.map((range) => remove(range)),
            }
          : undefined,
      };
    }
  },
});
