import { alphabetic, replace, rule, sortedEntries, sortedItems } from '#rule';

export default rule({
  id: 'sorted-dependencies',
  on: 'compose',
  title: 'Dependencies stand in the order of the alphabet',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dclint/service-dependencies-alphabetical-order'],
  *check(file) {
    for (const { entryOf } of file.services) {
      const entry = entryOf('depends_on');
      if (!entry || entry.via || entry.value.via) continue;
      const { value, key } = entry;
      const { misplaced, edit } =
        value.kind === 'map'
          ? sortedEntries(file, value, alphabetic)
          : sortedItems(file, value, (item) => (item.kind === 'scalar' ? alphabetic(item.string) : ''));
      if (misplaced.length > 0)
        yield {
          at: key.range,
          message: 'The services under `depends_on` are not in the order of the alphabet.',
          fix: edit ? { title: 'Sort them', edits: [replace(edit.range, edit.text)] } : undefined,
        };
    }
  },
});
