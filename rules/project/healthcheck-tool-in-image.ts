import {
  bringsTool,
  builtServices,
  checkingTool,
  everyDockerfile,
  hasToolFromBase,
  replace,
  rule,
  wgetInstead,
  wholeServices,
  writtenOnce,
} from '#rule';

export default rule({
  id: 'healthcheck-tool-in-image',
  on: 'project',
  title: 'The image has the program that its health check calls',
  severity: 'error',
  category: 'reliability',
  fixes: 'unsafe',
  *check(project) {
    for (const file of project.composeFiles) {
      const checks = wholeServices(file).flatMap((service) => {
        const check = service.get('healthcheck') ? checkingTool(service, file.source.text) : null;
        return check ? [{ service, ...check }] : [];
      });
      for (const { service, tool, range, via } of writtenOnce(checks, (one) => one.range)) {
        const built = builtServices(project).get(service);
        const ref = service.build ? null : service.image?.ref;
        const hasIt = (one: typeof tool) =>
          built?.stage ? bringsTool(built.stage, one) : ref ? hasToolFromBase(ref, one) : null;
        const has = hasIt(tool);
        // A command or an entrypoint of its own may install it first.
        if (has !== false || service.get('entrypoint') || service.list('command').some(({ string }) => string.includes(tool)))
          continue;
        const edits = tool === 'curl' && hasIt('wget') ? wgetInstead(file, service) : null;
        const where = built ? `${built.dockerfile.path} does not install it` : `\`${ref?.text}\` does not bring it`;
        yield {
          path: file.path,
          at: via ?? range,
          message: `There is no \`${tool}\` in the image of \`${service.name}\`: ${where}, so that the check always fails. Install it, or check with a program that is there.`,
          subject: `services.${service.name}.healthcheck.test/${tool}`,
          fix: edits
            ? { title: 'Ask with `wget`, which the image has', edits: edits.map((edit) => replace(edit.range, edit.text)) }
            : undefined,
        };
      }
    }
    for (const file of everyDockerfile(project)) {
      for (const { stage, words, commands, keywordRange } of file.instructions('HEALTHCHECK')) {
        const [command] = commands;
        const tool = command?.name;
        if (!stage?.isFinal || !command || (tool !== 'curl' && tool !== 'wget') || words.length === 0) continue;
        const other = tool === 'curl' ? 'wget' : 'curl';
        if (commands.some(({ name }) => name === other) || bringsTool(stage, tool) !== false) continue;
        yield {
          path: file.path,
          at: command.exact ? command.nameRange : keywordRange,
          message: `There is no \`${tool}\` in this image: no instruction installs it, so that the check always fails. Install it, or check with a program that is there.`,
        };
      }
    }
  },
});
