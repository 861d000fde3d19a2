import { replace, rule, serviceKeyRank, sortedEntries } from '#rule';

const SHOWN = 4;

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
