import { replace, rule, usedAt, withConditions, writtenOnce } from '#rule';

export default rule({
  id: 'dependency-waits-for-health',
  on: 'compose',
  title: 'Who depends on a service with a health check waits for it',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'unsafe',
  *check(file) {
    const checked = new Set(
      file.services.flatMap(({ name, healthcheck }) => (healthcheck?.test && !healthcheck.disabled ? [name] : [])),
    );
    const waits = file.services.flatMap((service) =>
      service.dependsOn
        .filter(({ short, name }) => short && checked.has(name))
        .map(({ name, node }, index) => ({ service, name, node, first: index === 0 })),
    );
    for (const { service, name, node, first } of writtenOnce(waits, (one) => one.node.range)) {
      // Short and long syntax do not mix, so that one fix is for the whole list.
      const edits = first ? withConditions(file, service, checked) : null;
      yield {
        at: usedAt(node),
        message: `\`${name}\` has a health check, but this only waits until its process has started, which is long before it answers.`,
        fix: edits
          ? {
              title: 'Wait until it is healthy: the service starts later',
              edits: edits.map(({ range, text }) => replace(range, text)),
            }
          : undefined,
      };
    }
  },
});
