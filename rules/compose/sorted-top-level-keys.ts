import { rankIn, replace, rule, sortedEntries, TOP_LEVEL_KEYS } from '#rule';

export default rule<{ order: readonly string[] }>({
  id: 'sorted-top-level-keys',
  on: 'compose',
  title: 'The parts of a Compose file stand in the usual order',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dclint/top-level-properties-order'],
  options: {
    properties: {
      order: {
        type: 'array',
        items: { type: 'string' },
        description: 'Keys in the order that is wanted, of which `x-` stands for every extension; others stand behind them.',
        default: TOP_LEVEL_KEYS,
      },
    },
  },
  *check(file, { options }) {
    if (!file.root || file.legacy) return;
    const { misplaced, edit } = sortedEntries(file, file.root, rankIn(options.order));
    for (const [index, { key }] of misplaced.entries())
      yield {
        at: key.range,
        message: `\`${key.string}\` stands behind parts that mostly come after it.`,
        fix: edit && index === 0 ? { title: 'Sort the parts of the file', edits: [replace(edit.range, edit.text)] } : undefined,
      };
  },
});
