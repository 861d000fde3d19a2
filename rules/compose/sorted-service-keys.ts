import { replace, rule, serviceKeyRank, sortedEntries } from '#rule';

export default rule({
  id: 'sorted-service-keys',
  on: 'compose',
  title: 'The keys of services stand in the usual order',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dclint/service-keys-order'],
  *check(file) {
    for (const { node } of file.services) {
      if (!node || node.via) continue;
      const { misplaced, edit } = sortedEntries(file, node, serviceKeyRank);
      for (const [index, { key }] of misplaced.entries())
        yield {
          at: key.range,
          message: `\`${key.string}\` stands behind keys that mostly come after it, so that readers look for it above.`,
          fix:
            edit && index === 0 ? { title: 'Sort the keys of this service', edits: [replace(edit.range, edit.text)] } : undefined,
        };
    }
  },
});
