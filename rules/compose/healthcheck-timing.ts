import { rule, writtenOnce } from '#rule';

export default rule({
  id: 'healthcheck-timing',
  on: 'compose',
  title: 'Health checks say how long they may take',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  *check(file) {
    const checks = file.services.flatMap(({ healthcheck }) => (healthcheck?.test && !healthcheck.disabled ? [healthcheck] : []));
    for (const { entry, node } of writtenOnce(checks, (one) => one.entry.key.range)) {
      const missing = ['timeout', 'start_period'].filter((key) => !node.get(key));
      // What interval and retries give a service to start with is enough where both are said.
      if (missing.length === 0 || (missing[0] === 'start_period' && node.get('interval') && node.get('retries'))) continue;
      const means = missing.includes('timeout')
        ? 'a check that hangs is only given up after 30 seconds'
        : 'failures count from the first second on, while it still starts';
      yield {
        at: entry.key.range,
        message: `This health check has no ${missing.map((key) => `\`${key}\``).join(' and no ')}: ${means}.`,
      };
    }
  },
});
