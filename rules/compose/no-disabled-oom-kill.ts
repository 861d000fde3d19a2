import { entryRemoval, remove, rule, writtenOnce } from '#rule';

export default rule({
  id: 'no-disabled-oom-kill',
  on: 'compose',
  title: 'The kernel may end a service that takes all memory',
  severity: 'warning',
  category: 'reliability',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  *check(file) {
    const found = file.services.flatMap(({ flag, scalar, entryOf, node }) => {
      const never = flag('oom_kill_disable') === true ? entryOf('oom_kill_disable') : undefined;
      const last = Number(scalar('oom_score_adj')?.string ?? 0) <= -900 ? entryOf('oom_score_adj') : undefined;
      return [never, last].flatMap((entry) => (entry && node ? [{ entry, node }] : []));
    });
    for (const { entry, node } of writtenOnce(found, (one) => one.entry.key.range)) {
      const cut = node.merges.length > 0 ? null : entryRemoval(file, node, entry);
      const name = entry.key.string;
      yield {
        at: entry.key.range,
        message: `With \`${name}\` the kernel spares this service when memory is gone, and ends others in its place, or hangs.`,
        fix: cut ? { title: `Remove \`${name}\`: the service can be ended like any other`, edits: [remove(cut)] } : undefined,
      };
    }
  },
});
