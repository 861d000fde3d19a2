import { fileSources, reachableStages, remove, rule, takenAway, wholeLines } from '#rule';

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
    const unreachable = file.stages.filter((stage) => !reachable.has(stage) && stage.instructions.length > 1);
    if (unreachable.length === 0) return;
    const targets = new Set(
      project.composeFiles.flatMap(({ services }) => services.flatMap(({ build }) => build?.target?.string?.toLowerCase() ?? [])),
    );
    const byNumber = fileSources(file).some(({ name }) => /^\d+$/.test(name));
    for (const stage of unreachable) {
      if (targets.has(stage.name?.value.toLowerCase() ?? '')) continue;
      const last = stage.instructions.at(-1) ?? stage.from;
      const name = stage.name?.value ?? stage.image?.value ?? '';
      const lines = takenAway(file, { start: wholeLines(file, stage.from).start, end: wholeLines(file, last).end });
      const explained = /^[ \t]*#/m.test(file.source.text.slice(lines.start, lines.end));
      yield {
        at: stage.name?.range ?? stage.image?.range ?? stage.from.keywordRange,
        message: `Nothing that the final image is made of uses the stage \`${name}\`: a build without \`--target\` skips it.`,
        fix:
          byNumber || explained || targets.size > 0
            ? undefined
            : {
                title: 'Remove the stage, which can then no longer be built with `--target`',
                edits: [remove(lines)],
              },
      };
    }
  },
});
