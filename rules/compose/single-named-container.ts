import { defaultOf, entryRemoval, remove, rule, type Service } from '#rule';

/** How many containers of a service Compose starts, where the file says it. */
function replicas(service: Service): number {
  const deploy = service.get('deploy');
  const nodes = [service.get('scale'), deploy?.kind === 'map' ? deploy.get('replicas') : undefined];
  return Math.max(...nodes.map((node) => (node?.kind === 'scalar' ? Number(defaultOf(node.string)) || 1 : 1)));
}

export default rule({
  id: 'single-named-container',
  on: 'compose',
  title: 'A service with several containers does not name them',
  severity: 'error',
  category: 'consistency',
  fixes: 'unsafe',
  also: ['compose-go/semantic.conflicting-attributes'],
  *check(file) {
    for (const service of file.services) {
      const entry = service.entryOf('container_name');
      const count = replicas(service);
      if (!service.node || !entry || count < 2) continue;
      const cut = entryRemoval(file, service.node, entry);
      yield {
        at: entry.via ?? entry.key.range,
        message: `\`${service.name}\` is to run ${count} times, and no two containers can have the same \`container_name\`: Compose refuses the file.`,
        fix: cut ? { title: 'Remove `container_name`: Compose then names the containers', edits: [remove(cut)] } : undefined,
      };
    }
  },
});
