import { defaultOf, itemRemoval, type Node, remove, rule, usedAt, writtenOnce } from '#rule';

/** Disks, their parts, and what is made of several of them. */
const DISK =
  /^\/dev(?:\/(?:[shv]d[a-z]{1,3}\d{0,3}|xvd[a-z]{1,3}\d{0,3}|nvme\d{1,3}(?:n\d{1,3}(?:p\d{1,3})?)?|mmcblk\d{1,3}(?:p\d{1,3})?|md\d{0,4}(?:\/.{1,100})?|dm-\d{1,4}|(?:mapper|disk|block|zvol|loop)(?:\/.{0,200})?|loop-control|(?:loop|zd|rbd|nbd|mtdblock)\d{1,4}(?:p\d{1,3})?|zfs|kmsg|char\/(?:1:11|10:237))?)?\/?$/;

/** The path on the host, and what the container may do with it. */
function deviceOf(node: Node): { path: string; rights: string } {
  if (node.kind === 'map') return { path: textOf(node.get('source')), rights: textOf(node.get('permissions')) };
  // Links by number have a colon in their names.
  const [, path = '', rest = ''] = /^(\/dev\/(?:block|char)\/\d+:\d+|[^:]*)(.*)$/s.exec(textOf(node)) ?? [];
  return { path, rights: rest.split(':')[2] ?? '' };
}

const textOf = (node: Node | undefined): string => (node?.kind === 'scalar' ? (defaultOf(node.string) ?? '') : '');

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
  nist: ['4.5.5'],
  *check(file) {
    const devices = file.services.flatMap(({ get }) => {
      const holder = get('devices');
      return holder?.kind === 'list' ? holder.items.map((node) => ({ node, holder })) : [];
    });
    for (const { node, holder } of writtenOnce(devices, (one) => one.node.range)) {
      const { path, rights } = deviceOf(node);
      // With `m` alone it can be made and not opened.
      if (!DISK.test(path) || /^m+$/.test(rights)) continue;
      const cut = holder.via ? null : itemRemoval(file, holder.items, node);
      const what = /kmsg|1:11$/.test(path)
        ? 'read and write the log of the kernel'
        : path.includes('loop-control')
          ? 'make disks of files and mount them'
          : 'read and change every file on it, past all permissions';
      yield {
        at: usedAt(node),
        message: `With \`${path}\` the container can ${what}. Mount the one folder that it needs.`,
        fix: cut ? { title: `Remove \`${path}\`: the service no longer reaches it`, edits: [remove(cut)] } : undefined,
      };
    }
  },
});
