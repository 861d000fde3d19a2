import {
  bringsTool,
  builtServices,
  checkingTool,
  everyDockerfile,
  hasToolFromBase,
  rule,
  wholeServices,
  writtenOnce,
} from '#rule';

export default rule({
  id: 'healthcheck-tool-in-image',
  on: 'project',
  title: 'The image has the program that its health check calls',
  severity: 'error',
  category: 'reliability',
  *check(project) {
    for (const file of project.composeFiles) {
      const checks = wholeServices(file).flatMap((service) => {
        const check = service.get('healthcheck') ? checkingTool(service, file.source.text) : null;
        return check ? [{ service, ...check }] : [];
      });
      for (const { service, tool, range, via } of writtenOnce(checks, (one) => one.range)) {
        const built = builtServices(project).get(service);
        const ref = service.build ? null : service.image?.ref;
        const has = built?.stage ? bringsTool(built.stage, tool) : ref ? hasToolFromBase(ref, tool) : null;
        // A command or an entrypoint of its own may install it first.
        if (has !== false || service.get('entrypoint') || service.list('command').some(({ string }) => string.includes(tool)))
          continue;
        const where = built ? `${built.dockerfile.path} does not install it` : `\`${ref?.text}\` does not bring it`;
        yield {
          path: file.path,
          at: via ?? range,
          message: `There is no \`${tool}\` in the image of \`${service.name}\`: ${where}, so that the check always fails. Install it, or check with a program that is there.`,
          subject: `services.${service.name}.healthcheck.test/${tool}`,
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
