import { entryRemoval, remove, rule, writtenOnce } from '#rule';

export default rule({
  id: 'no-cgroup-parent',
  on: 'compose',
  title: 'Services stay in the control group that Docker makes for them',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['kics/4d9f44c6', 'kics/cgroup_not_default'],
  cis: ['5.25'],
  nist: ['4.4.3'],
  *check(file) {
    const parents = file.services.flatMap(({ entryOf, node }) => {
      const entry = entryOf('cgroup_parent');
      return entry && node ? [{ entry, node }] : [];
    });
    for (const { entry, node } of writtenOnce(parents, (one) => one.entry.key.range)) {
      const cut = node.merges.length > 0 ? null : entryRemoval(file, node, entry);
      yield {
        at: entry.key.range,
        message:
          'With `cgroup_parent` the limits of a group elsewhere on the host hold for this service, which this file neither sets nor shows.',
        fix: cut ? { title: 'Remove `cgroup_parent`: the limits of the group no longer hold', edits: [remove(cut)] } : undefined,
      };
    }
  },
});
