import { rule } from '#rule';

export default rule({
  id: 'same-environment-form',
  on: 'compose',
  title: 'Variables are written in one form throughout a file',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  *check(file) {
    const used = file.services.flatMap(({ entryOf }) => {
      const entry = entryOf('environment');
      const { value } = entry ?? {};
      return entry && !entry.via && value && value.kind !== 'scalar' && !value.via ? [{ key: entry.key, form: value.kind }] : [];
    });
    const first = used[0];
    for (const { key, form } of used)
      if (first && form !== first.form)
        yield {
          at: key.range,
          message: `These variables are a ${form}, those of the services above a ${first.form}: values cannot be moved between them as they stand.`,
        };
  },
});
