import { loadedWith, rule, type Service, serviceUses, usedAt, writtenOnce } from '#rule';

const listed = (profiles: readonly string[]) =>
  profiles
    .slice(0, 4)
    .map((profile) => `\`${profile}\``)
    .join(' or ');

const optional = new WeakMap<Service, ReadonlySet<string>>();

/** The services that it can do without. */
function optionalOf(service: Service): ReadonlySet<string> {
  const names = optional.get(service) ?? new Set(service.dependsOn.flatMap(({ name, required }) => (required ? [] : [name])));
  optional.set(service, names);
  return names;
}

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
        if (!other || other.profiles.length === 0) continue;
        if (optionalOf(service).has(use.name)) continue;
        if ([...service.profiles, ...other.profiles].some((name) => name.includes('$'))) continue;
        // What is extended may bring profiles.
        if (service.get('extends') || other.get('extends')) continue;
        if (service.profiles.some((profile) => other.profiles.includes(profile))) continue;
        const started =
          service.profiles.length > 0 ? `is started with the profile ${listed(service.profiles)}` : 'is always started';
        yield {
          path: file.path,
          at: usedAt(use),
          message: `\`${service.name}\` ${started}, \`${use.name}\` only with the profile ${listed(other.profiles)}: without it Compose refuses to start, because \`${use.name}\` is undefined then.`,
        };
      }
    }
  },
});
