import { rule, usedAt, writtenOnce } from '#rule';

/** They offer Git or files over SSH, which is their purpose. */
const PURPOSE = /git|forgejo|gogs|gerrit|soft-serve|sftp|ssh|bastion|jump|rsync|phabricator|sourcehut/i;
const SSH = 22;

export default rule({
  id: 'no-ssh-server',
  on: 'compose',
  title: 'Services run no SSH server',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  cis: ['5.7'],
  nist: ['4.1.2'],
  *check(file) {
    const ports = file.services
      .filter(({ name, image }) => !PURPOSE.test(name) && !PURPOSE.test(image?.text ?? ''))
      .flatMap((service) => service.ports);
    for (const port of writtenOnce(ports, ({ range }) => range)) {
      const { target } = port;
      if (target?.ports?.from !== SSH || target.ports.to !== SSH) continue;
      yield {
        at: usedAt(port),
        message:
          'Port 22 of the container is published: a login by SSH is a second door, with keys and passwords of its own to look after. `docker compose exec` gives a shell without it.',
      };
    }
  },
});
