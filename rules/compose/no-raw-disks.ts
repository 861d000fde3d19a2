import { itemRemoval, type Node, remove, rule, usedAt, writtenOnce } from '#rule';

/** Disks, their parts, and what is made of several of them. */
const DISK =
  /^\/dev\/(?:[shv]d[a-z]{1,3}\d{0,3}|xvd[a-z]{1,3}\d{0,3}|nvme\d{1,3}n\d{1,3}(?:p\d{1,3})?|mmcblk\d{1,3}(?:p\d{1,3})?|md\d{0,4}(?:\/.{1,100})?|dm-\d{1,4}|mapper(?:\/.{0,100})?|disk(?:\/.{0,200})?|loop\d{1,4}|zd\d{1,4}|kmsg)?\/?$/;

const pathOf = (node: Node): string => {
  const source = node.kind === 'map' ? node.get('source') : node;
  return source?.kind === 'scalar' ? (source.string.split(':')[0] ?? '') : '';
};

export default rule({
  id: 'no-raw-disks',
  on: 'compose',
  title: 'Services get no disk of the host as a device',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['compose-lint/CL-0016'],
  cis: ['5.18'],
  *check(file) {
    const devices = file.services.flatMap(({ get }) => {
      const holder = get('devices');
      return holder?.kind === 'list' ? holder.items.map((node) => ({ node, holder })) : [];
    });
    for (const { node, holder } of writtenOnce(devices, (one) => one.node.range)) {
      const path = pathOf(node);
      if (!DISK.test(path)) continue;
      const cut = holder.via ? null : itemRemoval(file, holder.items, node);
      const what = path.includes('kmsg')
        ? 'read and write the log of the kernel'
        : 'read and change every file on it, past all permissions';
      yield {
        at: usedAt(node),
        message: `With \`${path}\` the container can ${what}. Mount the one folder that it needs.`,
        fix: cut ? { title: `Remove \`${path}\`: the service no longer reaches it`, edits: [remove(cut)] } : undefined,
      };
    }
  },
});
