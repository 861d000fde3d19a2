import { replace, rule, sortedEntries, topLevelRank } from '#rule';

export default rule({
  id: 'sorted-top-level-keys',
  on: 'compose',
  title: 'The parts of a Compose file stand in the usual order',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dclint/top-level-properties-order'],
  *check(file) {
    if (!file.root || file.legacy) return;
    const { misplaced, edit } = sortedEntries(file, file.root, topLevelRank);
    for (const [index, { key }] of misplaced.entries())
      yield {
        at: key.range,
        message: `\`${key.string}\` stands behind parts that mostly come after it.`,
        fix: edit && index === 0 ? { title: 'Sort the parts of the file', edits: [replace(edit.range, edit.text)] } : undefined,
      };
  },
});
