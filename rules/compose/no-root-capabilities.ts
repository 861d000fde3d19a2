import { capabilityMeaning, itemRemoval, remove, rule, writtenOnce } from '#rule';

export default rule({
  id: 'no-root-capabilities',
  on: 'compose',
  title: 'Services get no capability that is as good as root on the host',
  severity: 'warning',
  category: 'security',

  fixes: 'unsafe',
  also: [
    'compose-lint/CL-0024',
    'compose-lint/CL-0027',
    'docksec/dangerous-capabilities',
    'kics/ce76b7d0',
    'kics/container_capabilities_unrestricted',
  ],
  cis: ['5.4'],
  *check(file) {
    const added = file.services.flatMap(({ get, list }) => list('cap_add').map((node) => ({ node, holder: get('cap_add') })));
    for (const { node, holder } of writtenOnce(added, (one) => one.node.range)) {
      const known = capabilityMeaning(node.string);
      if (!known?.root) continue;
      const cut = holder?.kind === 'list' && !holder.via ? itemRemoval(file, holder.items, node) : null;
      yield {
        at: node.range,
        message: `\`${node.string}\` ${known.meaning}: who breaks into the service can do that, too.`,
        fix: cut ? { title: `Remove \`${node.string}\`: the service can no longer do that`, edits: [remove(cut)] } : undefined,
      };
    }
  },
});
