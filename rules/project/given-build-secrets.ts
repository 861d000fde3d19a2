import { builtServices, composePath, nearest, reachableStages, replace, rule, secretMounts, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'given-build-secrets',
  on: 'project',
  title: 'The secrets that a build mounts are the ones that Compose gives it',
  severity: 'warning',
  category: 'consistency',
  fixes: 'unsafe',
  *check(project) {
    const all = [...builtServices(project).values()].flatMap((built) => {
      const given = built.build.secrets.map(({ name, node, options }) => {
        const target = options?.get('target');
        const renamed = target?.kind === 'scalar' ? target : null;
        return { id: renamed?.string ?? name, node: renamed ?? node, short: options === null, renamed: renamed !== null };
      });
      const mounts = given.length > 0 || built.whole ? secretMounts(built.dockerfile) : [];
      return given.length > 0 || mounts.length > 0 ? [{ ...built, given, mounts }] : [];
    });
    const uses = all.flatMap(({ given, ...built }) => given.map((one) => ({ ...built, ...one })));
    for (const { file, dockerfile, id, node, mounts, short, renamed } of writtenOnce(
      uses,
      (one) => one.node.range,
      composePath,
    )) {
      if (
        node.interpolated ||
        mounts.some((mount) => mount.id === id || mount.id.includes('$')) ||
        dockerfile.problems.length > 0
      )
        continue;
      const near = nearest(
        id,
        mounts.map((mount) => mount.id),
      );
      const plain = !node.via && node.style === 'plain' && /^[\w.-]+$/.test(`${near}${id}`);
      const text = short ? `{ source: ${id}, target: ${near} }` : renamed ? near : null;
      yield {
        path: file.path,
        at: usedAt(node),
        message: `No RUN of ${dockerfile.path} mounts the secret \`${id}\`, so that giving it to the build has no effect.${near ? ` Did you mean \`${near}\`?` : ''}`,
        fix:
          near && plain && text
            ? { title: `Give it as \`${near}\`: the build then uses it`, edits: [replace(node.range, text)] }
            : undefined,
      };
    }
    const lacking = all.filter(({ whole, given, stage }) => whole && stage && given.every(({ node }) => !node.interpolated));
    for (const { file, service, build, dockerfile, given, mounts, stage } of writtenOnce(
      lacking,
      (one) => one.build.node.range,
      composePath,
    )) {
      const ids = new Set(given.map(({ id }) => id));
      const needed: ReadonlySet<unknown> = stage ? reachableStages(dockerfile, stage) : new Set();
      const missing = mounts.find(
        (mount) => mount.required && !ids.has(mount.id) && !mount.id.includes('$') && needed.has(mount.stage),
      );
      if (!missing) continue;
      yield {
        path: file.path,
        at: build.entry.via ?? build.entry.key.range,
        message: `${dockerfile.path} requires the secret \`${missing.id}\`, which this build is not given: it stops there.`,
        related: [{ path: dockerfile.path, at: missing.range, message: 'Mounted here.' }],
        subject: `services.${service.name}.build.secrets/${missing.id}`,
      };
    }
  },
});
