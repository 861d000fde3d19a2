import { type Compose, hostMounts, hostPath, itemRemoval, remove, rule, type Service, writtenOnce } from '#rule';

export default rule({
  id: 'no-open-device-rules',
  on: 'compose',
  title: 'Device rules name the devices that a service may use',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['compose-lint/CL-0016'],
  cis: ['5.18'],
  nist: ['4.4.3'],
  *check(file) {
    const rules = file.services.flatMap((service) => {
      const holder = service.get('device_cgroup_rules');
      return makesDevices(file, service) ? service.list('device_cgroup_rules').map((node) => ({ node, holder })) : [];
    });
    for (const { node, holder } of writtenOnce(rules, (one) => one.node.range)) {
      // Type, numbers, rights: https://docs.kernel.org/admin-guide/cgroup-v1/devices.html
      const [type = '', numbers = '', rights = 'rwm'] = node.string.trim().split(/\s+/);
      const [major = '', minor = '*'] = numbers.split(':');
      // With `m` alone it can be made and not opened.
      const opens = opened(type, major, minor);
      if (!opens || !/[rw]/.test(rights)) continue;
      const cut = holder?.kind === 'list' && !holder.via ? itemRemoval(file, holder.items, node) : null;
      yield {
        at: node.range,
        message: `\`${node.string}\` opens ${opens}: with \`mknod\` the container makes itself a way in. Name the device that is needed under \`devices\`.`,
        fix: cut ? { title: `Remove \`${node.string}\`: only named devices can be used`, edits: [remove(cut)] } : undefined,
      };
    }
  },
});

/** Character devices with fixed numbers that reach the kernel's log and every disk. */
const DANGEROUS = [
  { major: '1', minor: '11', what: 'the log of the kernel' },
  { major: '10', minor: '237', what: 'the control of loop devices' },
];

function opened(type: string, major: string, minor: string): string | null {
  if (type === 'a') return 'every device of the host, its disks among them';
  if (type === 'b') return major === '*' ? 'every disk of the host' : `the disks of the host with the number ${major}`;
  if (type !== 'c') return null;
  if (major === '*') return 'every device of its kind';
  return DANGEROUS.find((one) => one.major === major && (minor === '*' || minor === one.minor))?.what ?? null;
}

/** A rule only permits; the container also needs the right to make the device, or a mount that shows it. */
function makesDevices(file: Compose, service: Service): boolean {
  const has = (key: string) => service.list(key).some(({ string }) => /^(?:all|(?:cap_)?mknod)$/i.test(string));
  if (service.scalar('privileged')?.value === true || has('cap_add') || !has('cap_drop')) return true;
  return hostMounts(file, [service]).some((mount) => /^\/dev(?:\/|$)/.test(hostPath(mount) ?? ''));
}
