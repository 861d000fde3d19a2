import { itemRemoval, remove, rule, writtenOnce } from '#rule';

export default rule({
  id: 'no-open-device-rules',
  on: 'compose',
  title: 'Device rules name the devices that a service may use',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  cis: ['5.18'],
  *check(file) {
    const rules = file.services.flatMap(({ get, list }) =>
      list('device_cgroup_rules').map((node) => ({ node, holder: get('device_cgroup_rules') })),
    );
    for (const { node, holder } of writtenOnce(rules, (one) => one.node.range)) {
      // Type, major number, minor number, rights: https://docs.kernel.org/admin-guide/cgroup-v1/devices.html
      const [type, number] = node.string.trim().split(/\s+/);
      if (type !== 'a' && !number?.startsWith('*:')) continue;
      const cut = holder?.kind === 'list' && !holder.via ? itemRemoval(file, holder.items, node) : null;
      yield {
        at: node.range,
        message: `\`${node.string}\` opens every device of its kind, the disks of the host among them: with \`mknod\` the container makes itself a way in. Name the major number of the one that is needed.`,
        fix: cut ? { title: `Remove \`${node.string}\`: only named devices can be used`, edits: [remove(cut)] } : undefined,
      };
    }
  },
});
