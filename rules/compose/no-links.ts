import { rule, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'no-links',
  on: 'compose',
  title: 'Services reach each other by name, without links',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  *check(file) {
    const entries = file.services.flatMap(({ entryOf }) => ['links', 'volumes_from'].flatMap((key) => entryOf(key) ?? []));
    for (const { key, via } of writtenOnce(entries, (entry) => entry.key.range))
      yield {
        at: usedAt({ range: key.range, ...(via && { via }) }),
        message:
          key.string === 'links'
            ? '`links` is from the time before networks: services of one network reach each other by name without it. `depends_on` says who starts first; `aliases` of a network give other names.'
            : '`volumes_from` takes all volumes of another container, whatever they are, now and later. A named volume that both mount says which.',
      };
  },
});
