import { builtServices, composePath, reachableStages, requiredArguments, rule, writtenOnce } from '#rule';

export default rule({
  id: 'base-image-args-given',
  on: 'project',
  title: 'A build is given the arguments that its base image needs',
  severity: 'error',
  category: 'consistency',
  *check(project) {
    const builds = [...builtServices(project).values()].filter(
      ({ whole, stage, dockerfile }) => whole && stage && requiredArguments(dockerfile).length > 0,
    );
    for (const { file, service, build, dockerfile, stage } of writtenOnce(builds, (one) => one.build.node.range, composePath)) {
      const given = new Set(build.args.map(({ name }) => name));
      const needed: ReadonlySet<unknown> = stage ? reachableStages(dockerfile, stage) : new Set();
      const missing = requiredArguments(dockerfile).find((one) => !given.has(one.name) && needed.has(one.stage));
      if (!missing) continue;
      yield {
        path: file.path,
        at: build.entry.via ?? build.entry.key.range,
        message: `${dockerfile.path} needs the argument \`${missing.name}\` for \`FROM ${missing.stage.image?.text}\` and has no default for it. This build is not given it, and stops there.`,
        related: [{ path: dockerfile.path, at: missing.stage.image?.range ?? missing.from.keywordRange, message: 'Used here.' }],
        subject: `services.${service.name}.build.args/${missing.name}`,
      };
    }
  },
});
