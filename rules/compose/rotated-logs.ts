import { rule, wholeServices } from '#rule';

export default rule({
  id: 'rotated-logs',
  on: 'compose',
  title: 'Logs do not grow without end',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  *check(file) {
    const told = new Set<number>();
    for (const { key, name, get } of wholeServices(file)) {
      const logging = get('logging');
      const driver = logging?.kind === 'map' ? logging.get('driver') : undefined;
      const options = logging?.kind === 'map' ? logging.get('options') : undefined;
      const isJson = driver ? driver.kind === 'scalar' && driver.string === 'json-file' : true;
      const limited = options?.kind === 'map' && options.get('max-size') !== undefined;
      if (!isJson || limited || (logging && logging.kind !== 'map')) continue;
      const at = logging?.range ?? key.range;
      // Services that share their logging through an anchor have one place to be mended.
      if (told.has(at.start)) continue;
      told.add(at.start);
      yield {
        at: driver?.via ? driver.via : (driver?.range ?? key.range),
        message: `The log of \`${name}\` grows until the disk is full: \`json-file\`, which is the default, keeps all. Set \`max-size\`, or use the driver \`local\`.`,
        subject: `services.${name}/logging`,
      };
    }
  },
});
