import { builtServices, defaultOf, imageUser, rule, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'no-root-service-user',
  on: 'compose',
  title: 'No service is made to run as root',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['compose-lint/CL-0018', 'docksec/user'],
  cis: ['4.1'],
  nist: ['4.1.2'],
  *check(file, { project }) {
    const users = file.services.flatMap((service) => {
      const user = service.scalar('user');
      const built = user && builtServices(project).get(service);
      // What takes back the user of an image is told with that, by `no-root-over-image-user`.
      return user && !(built?.stage && imageUser(built.dockerfile, built.stage)) ? [user] : [];
    });
    for (const node of writtenOnce(users, ({ range }) => range)) {
      if (!/^\s*(?:root|[+-]?0+)\s*(?::|$)/i.test(defaultOf(node.string) ?? node.string)) continue;
      yield {
        at: usedAt(node),
        message: `\`user: ${node.string}\` makes the service run as root, whatever its image says: a hole in it then also gives what only root may do. Name the user that its image is made for.`,
      };
    }
  },
});
