import { dataMounts, rule, wholeServices } from '#rule';

/** Files for tests, whose data may go. */
const TESTS = /(?:^|[./_-])(?:tests?|testing|ci|e2e|integration|fixtures?|examples?)(?:[./_-]|$)/i;

export default rule({
  id: 'persistent-database',
  on: 'compose',
  title: 'Databases keep their data in a volume with a name',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  *check(file) {
    if (TESTS.test(file.path)) return;
    for (const service of wholeServices(file)) {
      const data = service.profiles.some((name) => TESTS.test(name)) || TESTS.test(service.name) ? null : dataMounts(service);
      if (!data || data.unknown || data.mounts.some(({ source }) => source !== null)) continue;
      yield {
        at: service.key.range,
        message: `The data of \`${service.name}\` is in a volume without a name: after \`docker compose down\` the service starts with an empty one. Mount a named volume at \`${data.folder}\`.`,
        subject: `services.${service.name}/${data.folder}`,
      };
    }
  },
});
