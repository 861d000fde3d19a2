import { entryRemoval, itemRemoval, remove, rule, type Service, usedAt } from '#rule';

/** Ports that are told under `ports` already. */
function redundant({ list, ports }: Service) {
  const published = new Set(ports.map(({ target, protocol }) => `${target?.text}/${protocol}`));
  return list('expose').filter(
    ({ string, interpolated }) => !interpolated && published.has(string.includes('/') ? string : `${string}/tcp`),
  );
}

export default rule({
  id: 'no-redundant-expose',
  on: 'compose',
  title: 'Ports that are published are not exposed once more',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'safe',
  *check(file) {
    for (const service of file.services) {
      const ports = redundant(service);
      const holder = service.get('expose');
      const entry = service.entryOf('expose');
      if (holder?.kind !== 'list' || !entry || !service.node) continue;
      const all = ports.length === holder.items.length;
      const own = !holder.via && holder.anchor === undefined && service.node.merges.length === 0;
      for (const [index, port] of ports.entries()) {
        const whole = all && index === 0 ? entryRemoval(file, service.node, entry) : null;
        const cut = own ? (all ? whole : itemRemoval(file, holder.items, port)) : null;
        yield {
          at: usedAt(port),
          message: `\`${port.string}\` is published under \`ports\` already; \`expose\` adds nothing to it.`,
          fix: cut ? { title: all ? 'Remove `expose`' : 'Remove it', edits: [remove(cut)] } : undefined,
          subject: `services.${service.name}.expose/${port.string}`,
        };
      }
    }
  },
});
