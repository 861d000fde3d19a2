import { rankIn, replace, rule, SERVICE_KEYS, sortedEntries } from '#rule';

const SHOWN = 4;

export default rule<{ order: readonly string[] }>({
  id: 'sorted-service-keys',
  on: 'compose',
  title: 'The keys of services stand in the usual order',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dclint/service-keys-order'],
  options: {
    properties: {
      order: {
        type: 'array',
        items: { type: 'string' },
        description: 'Keys in the order that is wanted; others stand behind them.',
        default: SERVICE_KEYS,
      },
    },
  },
  *check(file, { options }) {
    const rank = rankIn(options.order);
    for (const { node } of file.services) {
      if (!node || node.via) continue;
      const { misplaced, edit } = sortedEntries(file, node, rank);
      const [first] = misplaced;
      if (!first) continue;
      const names = misplaced.slice(0, SHOWN).map(({ key }) => `\`${key.string}\``);
      const verb = misplaced.length > 1 ? 'stand' : 'stands';
      yield {
        at: first.key.range,
        message: `${names.join(', ')}${misplaced.length > SHOWN ? ' and others' : ''} ${verb} behind keys that readers expect after them.`,
        fix: edit ? { title: 'Sort the keys of this service', edits: [replace(edit.range, edit.text)] } : undefined,
      };
    }
  },
});
