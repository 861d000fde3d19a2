import { builtServices, composePath, nearest, replace, rule, stageNamed, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'existing-build-target',
  on: 'project',
  title: 'The build target is a stage of the Dockerfile',
  severity: 'error',
  category: 'consistency',
  fixes: 'unsafe',
  *check(project) {
    const targets = [...builtServices(project).values()].flatMap((built) => {
      const { target } = built.build;
      return target && !target.interpolated && target.string ? [{ ...built, target }] : [];
    });
    for (const { file, dockerfile, target } of writtenOnce(targets, (one) => one.target.range, composePath)) {
      if (dockerfile.stages.length === 0 || stageNamed(dockerfile, target.string)) continue;
      const names = dockerfile.stages.flatMap(({ name }) => (name ? [name.value] : []));
      const near = nearest(target.string, names);
      const known =
        names.length > 0
          ? `Its stages: ${names
              .slice(0, 8)
              .map((name) => `\`${name}\``)
              .join(', ')}.`
          : 'None of its stages has a name.';
      yield {
        path: file.path,
        at: usedAt(target),
        message: `\`${target.string}\` is no stage of ${dockerfile.path}, so that the build fails. ${near ? `Did you mean \`${near}\`?` : known}`,
        fix:
          near && !target.via && target.style === 'plain'
            ? { title: `Build the stage \`${near}\``, edits: [replace(target.range, near)] }
            : undefined,
      };
    }
  },
});
