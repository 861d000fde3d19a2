import { type Mount, rule } from '#rule';

const SHOWN = 6;
const key = ({ source, type }: Mount): string | null => (source && type !== 'tmpfs' && type !== 'npipe' ? source.text : null);

export default rule({
  id: 'no-volumes-shared-by-services',
  on: 'compose',
  title: 'Every volume belongs to one service',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['kics/8c978947', 'kics/shared_volumes_between_containers'],
  *check(file) {
    const users = new Map<string, Set<string>>();
    for (const { name, volumes } of file.services)
      for (const mount of volumes) {
        const source = key(mount);
        if (source !== null) users.set(source, (users.get(source) ?? new Set()).add(name));
      }
    const told = new Set<number>();
    for (const { volumes } of file.services)
      for (const mount of volumes) {
        const source = key(mount);
        const all = source === null ? undefined : users.get(source);
        if (!all || all.size < 2 || !mount.source || told.has(mount.source.range.start)) continue;
        told.add(mount.source.range.start);
        const names = [...all].sort().slice(0, SHOWN);
        yield {
          at: mount.source.range,
          message: `\`${source}\` is mounted by \`${names.join('`, `')}\`${all.size > SHOWN ? ' and others' : ''}: who breaks into one of them can change what the others read.`,
        };
      }
  },
});
