import { builtServices, composePath, quotedLike, replace, rule, samePlatform, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'platform-of-build',
  on: 'project',
  title: 'A service runs on the platform for which its image is built',
  severity: 'error',
  category: 'consistency',
  fixes: 'unsafe',
  *check(project) {
    const wanted = [...builtServices(project).values()].flatMap((built) => {
      const platform = built.service.scalar('platform');
      return platform && !platform.interpolated && platform.string !== '' ? [{ ...built, platform }] : [];
    });
    for (const { file, dockerfile, platform, stage } of writtenOnce(wanted, (one) => one.platform.range, composePath)) {
      const first = stage && [stage, ...stage.ancestors()].at(-1);
      const built = first?.platform;
      if (!built?.value || !built.valueRange || samePlatform(built.value, platform.string) !== false) continue;
      yield {
        path: file.path,
        at: usedAt(platform),
        message: `The service asks for \`${platform.string}\`, but ${dockerfile.path} always builds on \`${built.value}\`: its programs do not run there, or only slowly in an emulation.`,
        fix: platform.via
          ? undefined
          : { title: `Run it on \`${built.value}\``, edits: [replace(platform.range, quotedLike(file, platform, built.value))] },
        related: [{ path: dockerfile.path, at: built.valueRange, message: 'The platform is fixed here.' }],
      };
    }
  },
});
