import { loadedWith, rule, serviceUses, usedAt, writtenOnce } from '#rule';

const listed = (profiles: readonly string[]) =>
  profiles
    .slice(0, 4)
    .map((profile) => `\`${profile}\``)
    .join(', ');

export default rule({
  id: 'dependency-shares-profile',
  on: 'project',
  title: 'A service is started together with those it depends on',
  severity: 'error',
  category: 'consistency',
  *check(project) {
    for (const file of project.composeFiles) {
      if (file.problems.length > 0 || file.fragment || !loadedWith(project, file, 'all').complete) continue;
      const uses = file.services.flatMap((service) => serviceUses(service, file.source.text).map((use) => ({ service, use })));
      for (const { service, use } of writtenOnce(uses, (one) => one.use.range)) {
        const other = file.service(use.name);
        const optional = service.dependsOn.some(({ name, required }) => name === use.name && !required);
        if (
          !other ||
          other.profiles.length === 0 ||
          optional ||
          [...service.profiles, ...other.profiles].some((name) => name.includes('$'))
        )
          continue;
        // What is extended may bring profiles.
        if (service.get('extends') || other.get('extends')) continue;
        if (service.profiles.some((profile) => other.profiles.includes(profile))) continue;
        const started = service.profiles.length > 0 ? `is started with ${listed(service.profiles)}` : 'is always started';
        yield {
          path: file.path,
          at: usedAt(use),
          message: `\`${service.name}\` ${started}, \`${use.name}\` only with the profile ${listed(other.profiles)}: without it Compose refuses to start, because \`${use.name}\` is undefined then.`,
        };
      }
    }
  },
});
