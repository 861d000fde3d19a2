import { deployed, isLimit, rule, wholeServices } from '#rule';

export default rule({
  id: 'cpu-limit',
  on: 'compose',
  title: 'Services have a limit for processors',
  severity: 'info',
  category: 'reliability',
  presets: ['security', 'strict'],
  also: ['kics/6b610c50', 'kics/cpus_not_limited', 'compose-lint/CL-0026', 'docksec/limits'],
  cis: ['5.12'],
  *check(file) {
    for (const service of wholeServices(file)) {
      const own = ['cpus', 'cpu_quota', 'cpu_count', 'cpu_percent'].map((key) => service.scalar(key));
      if ([deployed(service, 'resources', 'limits', 'cpus'), ...own].some(isLimit)) continue;
      yield {
        at: service.key.range,
        message: `\`${service.name}\` may use all processors of the host, so that a busy loop in it slows everything down. Set \`cpus\` or \`deploy.resources.limits.cpus\`.`,
        subject: `services.${service.name}/cpus`,
      };
    }
  },
});
