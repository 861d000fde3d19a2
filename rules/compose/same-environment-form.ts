import { otherForm, replace, rule } from '#rule';

export default rule({
  id: 'same-environment-form',
  on: 'compose',
  title: 'Variables are written in one form throughout a file',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  *check(file) {
    const used = file.services.flatMap(({ entryOf }) => {
      const entry = entryOf('environment');
      const { value } = entry ?? {};
      return entry && !entry.via && value && value.kind !== 'scalar' && !value.via ? [{ entry, form: value.kind }] : [];
    });
    const lists = used.filter(({ form }) => form === 'list');
    if (lists.length === 0 || lists.length === used.length) return;
    // What most services do; of equally many the map, which merges by name.
    const usual = lists.length * 2 > used.length ? 'list' : 'map';
    for (const { entry, form } of used) {
      if (form === usual) continue;
      const edits = otherForm(file, entry);
      yield {
        at: entry.key.range,
        message: `These variables are a ${form}, those of other services a ${usual}: values cannot be moved between them as they stand.`,
        fix: edits
          ? { title: `Write them as a ${usual}`, edits: edits.map(({ range, text }) => replace(range, text)) }
          : undefined,
      };
    }
  },
});
