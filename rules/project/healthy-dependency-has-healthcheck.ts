import {
  builtServices,
  hasHealthcheck,
  knownWithoutHealthcheck,
  loadedWith,
  type Project,
  rule,
  type Service,
  usedAt,
  writtenOnce,
} from '#rule';

/** Where a service could have a health check and has none, in words; `null` when it has one or may have one. */
function whereMissing(project: Project, service: Service): string | null {
  const { healthcheck, build, image } = service;
  if (healthcheck?.disabled) return 'its `healthcheck` is disabled';
  if (service.get('healthcheck') && (!healthcheck || healthcheck.test)) return null;
  if (!service.node || service.get('extends') || service.get('provider') || service.node.tag) return null;
  if (!build)
    return image?.ref && knownWithoutHealthcheck(image.ref)
      ? `neither it nor the image \`${image.ref.text}\` has a \`healthcheck\``
      : null;
  const dockerfile = builtServices(project).get(service)?.dockerfile;
  if (!dockerfile || build.target?.interpolated) return null;
  const has = hasHealthcheck(dockerfile, build.target?.string ?? null);
  return has === false ? `it has no \`healthcheck\`, and ${dockerfile.path} has no HEALTHCHECK` : null;
}

export default rule({
  id: 'healthy-dependency-has-healthcheck',
  on: 'project',
  title: 'A dependency that must be healthy has a health check',
  severity: 'error',
  category: 'consistency',
  *check(project) {
    for (const file of project.composeFiles) {
      const { complete, others } = loadedWith(project, file, 'all');
      if (!complete || file.fragment || file.problems.length > 0) continue;
      const waiting = file.services
        .flatMap(({ dependsOn }) => dependsOn)
        .filter(({ condition, required }) => condition === 'service_healthy' && required);
      for (const { name, conditionNode } of writtenOnce(waiting, ({ node }) => node.range)) {
        const service = file.service(name);
        if (!service || !conditionNode || others.some((other) => other.service(name)?.get('healthcheck'))) continue;
        const where = whereMissing(project, service);
        if (where === null) continue;
        yield {
          path: file.path,
          at: usedAt(conditionNode),
          message: `\`${name}\` can never be healthy: ${where}. \`docker compose up\` stops with "has no healthcheck configured".`,
          related: [{ path: file.path, at: usedAt(service.key), message: 'This service has no health check.' }],
        };
      }
    }
  },
});
