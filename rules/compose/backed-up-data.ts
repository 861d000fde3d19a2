import { dataMounts, type Mount, misplacedData, rule, type Service, wholeServices } from '#rule';

const BACKUP =
  /backup|restic|borg|duplicat|rclone|kopia|barman|wal-g|pgbackrest|litestream|pg_?dump|mysqldump|mongodump|xtrabackup/i;

const backsUp = ({ name, image, list }: Service): boolean =>
  [name, image?.text ?? '', ...[...list('command'), ...list('entrypoint')].map(({ string }) => string)].some((text) =>
    BACKUP.test(text.slice(0, 2000)),
  );

/** What holds the data, or was meant to. */
const dataOf = (service: Service): readonly Mount[] => [
  ...(dataMounts(service)?.mounts ?? []),
  ...misplacedData(service).map(({ mount }) => mount),
];

export default rule({
  id: 'backed-up-data',
  on: 'compose',
  title: 'Something backs up the data of databases',
  severity: 'info',
  category: 'reliability',
  presets: [],
  *check(file) {
    if (file.services.some(backsUp)) return;
    const told = new Set<string>();
    for (const service of wholeServices(file))
      for (const { type, source } of dataOf(service)) {
        if (type !== 'volume' || !source || told.has(source.text)) continue;
        told.add(source.text);
        yield {
          at: source.range,
          message: `Nothing in this project backs up \`${source.text}\`, which holds the data of \`${service.name}\`: when the volume is lost, so is the data. Add a service that copies it elsewhere.`,
        };
      }
  },
});
