import { rule, runTogether, type Service, usedAt } from '#rule';

export default rule({
  id: 'unique-container-names',
  on: 'compose',
  title: 'Every container has a name of its own',
  severity: 'error',
  category: 'consistency',
  also: ['dclint/no-duplicate-container-names'],
  *check(file) {
    const owners = new Map<string, Service>();
    for (const service of file.services) {
      const name = service.scalar('container_name');
      if (!name || name.interpolated) continue;
      const owner = owners.get(name.string);
      if (!owner) owners.set(name.string, service);
      else if (runTogether(owner, service))
        yield {
          at: usedAt(name),
          message: `\`${name.string}\` is the container name of \`${owner.name}\`, too: the second that starts fails, because the name is taken.`,
        };
    }
  },
});
