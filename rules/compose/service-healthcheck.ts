import { rule, runOnce, usedAt, wholeServices } from '#rule';

export default rule({
  id: 'service-healthcheck',
  on: 'compose',
  title: 'Services have a health check',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  also: ['kics/698ed579', 'kics/healthcheck_not_set', 'docksec/healthcheck'],
  cis: ['5.27'],
  *check(file) {
    const once = runOnce(file);
    for (const service of wholeServices(file)) {
      const { healthcheck, key, name, get, build } = service;
      if (healthcheck && !healthcheck.disabled) continue;
      // What an image built elsewhere brings is not known here; what is written is.
      if (healthcheck) {
        const at = healthcheck.node.get('disable') ?? healthcheck.test;
        if (at)
          yield {
            at: usedAt(at),
            message: `The health check of \`${name}\` is switched off, so that nothing notices when it hangs.`,
          };
      } else if (!get('healthcheck') && !once.has(service.name) && !build)
        yield {
          at: key.range,
          message: `\`${name}\` has no \`healthcheck\`: it counts as running as long as its process is there, even if it hangs.`,
        };
    }
  },
});
