import { addedCapabilities, remove, rule } from '#rule';

export default rule({
  id: 'no-priority-capabilities',
  on: 'compose',
  title: 'Services cannot take processors and memory from others',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['compose-lint/CL-0029', 'kics/ce76b7d0', 'kics/container_capabilities_unrestricted'],
  cis: ['5.4'],
  nist: ['4.4.3'],
  *check(file) {
    for (const { node, meaning, cut } of addedCapabilities(file, 'priority'))
      yield {
        at: node.range,
        message: `\`${node.string}\` ${meaning}: who breaks into the service can do that, too.`,
        fix: cut ? { title: `Remove \`${node.string}\`: the service can no longer do that`, edits: [remove(cut)] } : undefined,
      };
  },
});
