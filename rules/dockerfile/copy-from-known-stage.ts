import { fileSources, isNamedContext, nearest, replace, rule, stageNamed } from '#rule';

export default rule({
  id: 'copy-from-known-stage',
  on: 'dockerfile',
  title: 'The stages that files are copied from exist',
  severity: 'warning',
  category: 'consistency',
  fixes: 'unsafe',
  also: ['hadolint/DL3022'],
  *check(file, { project }) {
    const names = file.stages.flatMap(({ name }) => (name ? [name.value] : []));
    for (const { instruction, name, range } of fileSources(file)) {
      if (!/^[\w.-]+$/.test(name) || stageNamed(file, name)) continue;
      const earlier = names.slice(0, instruction.stage?.index ?? 0);
      const near = nearest(name, earlier);
      if (!near || isNamedContext(project, name)) continue;
      yield {
        at: range,
        message: `\`${name}\` is no stage of this file, so that the build looks for an image of that name. Did you mean \`${near}\`?`,
        fix: { title: `Take the files from the stage \`${near}\``, edits: [replace(range, near)] },
      };
    }
  },
});
