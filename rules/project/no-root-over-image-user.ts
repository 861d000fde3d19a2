import { builtServices, composePath, entryRemoval, imageUser, remove, rule, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'no-root-over-image-user',
  on: 'project',
  title: 'A service does not take back the user of its image',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  cis: ['4.1'],
  nist: ['4.1.2'],
  *check(project) {
    const users = [...builtServices(project).values()].flatMap((built) => {
      const user = built.service.scalar('user');
      return user && built.stage && /^\s*(?:root|0+)\s*(?::|$)/i.test(user.string)
        ? [{ ...built, user, stage: built.stage }]
        : [];
    });
    for (const { file, service, dockerfile, stage, user } of writtenOnce(users, (one) => one.user.range, composePath)) {
      const own = imageUser(dockerfile, stage);
      if (!own) continue;
      const entry = service.entryOf('user');
      const cut = service.node && entry && !user.via ? entryRemoval(file, service.node, entry) : null;
      yield {
        path: file.path,
        at: usedAt(user),
        message: `${dockerfile.path} makes its program run as \`${own.text}\`; \`user: ${user.string}\` takes that back, so that a hole in the program gives root in the container.`,
        related: [{ path: dockerfile.path, at: own.range, message: 'The user of the image.' }],
        fix: cut ? { title: `Remove \`user\`: the service then runs as \`${own.text}\``, edits: [remove(cut)] } : undefined,
      };
    }
  },
});
