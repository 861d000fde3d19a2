import { addedEntry, deployed, isLimit, oneWord, replace, rule, usedAt, wholeServices } from '#rule';

export default rule({
  id: 'pids-limit',
  on: 'compose',
  title: 'Services have a limit for processes',
  severity: 'info',
  category: 'reliability',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['kics/221e0658', 'kics/pids_limit_not_set'],
  cis: ['5.29'],
  *check(file) {
    for (const service of wholeServices(file)) {
      const said = deployed(service, 'resources', 'limits', 'pids') ?? service.scalar('pids_limit');
      if (isLimit(said)) continue;
      const added = said || service.get('deploy') ? null : addedEntry(file, service.node, oneWord('pids_limit', '200'));
      yield {
        at: said ? usedAt(said) : service.key.range,
        message: `\`${service.name}\` may start as many processes as the kernel has numbers: a runaway stops the whole host. Set \`pids_limit\` or \`deploy.resources.limits.pids\`.`,
        fix: added
          ? { title: 'Set `pids_limit` to 200: more than that are refused', edits: [replace(added.range, added.text)] }
          : undefined,
        subject: `services.${service.name}/pids_limit`,
      };
    }
  },
});
