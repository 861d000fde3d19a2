import { addedCapabilities, remove, rule } from '#rule';

export default rule({
  id: 'no-kernel-log',
  on: 'compose',
  title: 'Services do not read the log of the kernel',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['compose-lint/CL-0030', 'kics/ce76b7d0', 'kics/container_capabilities_unrestricted'],
  cis: ['5.4'],
  nist: ['4.4.3'],
  *check(file) {
    for (const { node, meaning, cut } of addedCapabilities(file, 'log'))
      yield {
        at: node.range,
        message: `\`${node.string}\` ${meaning}: who breaks into the service can do that, too.`,
        fix: cut ? { title: `Remove \`${node.string}\`: the service can no longer do that`, edits: [remove(cut)] } : undefined,
      };
  },
});
