import { deployed, isLimit, rule, wholeServices } from '#rule';

export default rule({
  id: 'memory-limit',
  on: 'compose',
  title: 'Services have a limit for memory',
  severity: 'info',
  category: 'reliability',
  presets: ['security', 'strict'],
  also: ['kics/bb9ac4f7', 'kics/memory_not_limited', 'compose-lint/CL-0026', 'docksec/limits'],
  cis: ['5.11'],
  *check(file) {
    for (const service of wholeServices(file)) {
      const said = [deployed(service, 'resources', 'limits', 'memory'), service.scalar('mem_limit')];
      if (said.some(isLimit)) continue;
      yield {
        at: service.key.range,
        message: `\`${service.name}\` may take all memory of the host: when it leaks, the kernel ends whatever is largest, which may be the database. Set \`mem_limit\` or \`deploy.resources.limits.memory\`.`,
        subject: `services.${service.name}/memory`,
      };
    }
  },
});
