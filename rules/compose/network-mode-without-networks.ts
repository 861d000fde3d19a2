import { rule, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'network-mode-without-networks',
  on: 'compose',
  title: 'A service has network_mode or networks, not both',
  severity: 'error',
  category: 'consistency',
  also: ['compose-go/semantic.conflicting-attributes'],
  *check(file) {
    const both = file.services.filter((service) => service.networks.length > 0 && service.scalar('network_mode'));
    const modes = both.flatMap((service) => service.entryOf('network_mode') ?? []);
    for (const { key, value } of writtenOnce(modes, (entry) => entry.key.range)) {
      const mode = value.kind === 'scalar' ? value.string : '';
      yield {
        at: usedAt(key),
        message: `\`network_mode: ${mode}\` and \`networks\` exclude each other, so that Compose refuses the file.`,
      };
    }
  },
});
