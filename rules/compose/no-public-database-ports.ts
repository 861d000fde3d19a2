import { boundToLoopback, databaseAt, isForProduction, isUnprotected, openPorts, replace, rule, writtenOnce } from '#rule';

const RESTARTS = /^(?:always|unless-stopped)$/;

export default rule<{ services: 'open' | 'all' }>({
  id: 'no-public-database-ports',
  on: 'compose',
  title: 'Ports of databases are not open to the network',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  also: [
    'docksec/sensitive-ports',
    'compose-lint/CL-0005',
    'dclint/no-unbound-port-interfaces',
    'kics/451d79dc',
    'kics/container_traffic_not_bound_to_host_interface',
  ],
  cis: ['5.14'],
  options: {
    properties: {
      services: {
        type: 'string',
        enum: ['open', 'all'],
        description:
          'Which services are asked: those without a password that Docker starts again by itself, in files that are not for development, tests or examples; or all.',
        default: 'open',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    const all = options.services === 'all';
    if (!all && !isForProduction(file.path)) return;
    const ports = file.services.flatMap((service) => {
      const open = openPorts(service).filter(({ published, target }) => published && databaseAt(target?.ports?.from ?? 0));
      const unprotected = open.length > 0 && isUnprotected(service);
      const kept = RESTARTS.test(service.scalar('restart')?.string ?? '');
      return all || (unprotected && kept) ? open.map((port) => ({ port, unprotected, image: service.image?.text })) : [];
    });
    for (const { port, unprotected, image } of writtenOnce(ports, (one) => one.port.range)) {
      const what = databaseAt(port.target?.ports?.from ?? 0, image);
      if (!what || !port.published) continue;
      const bound = boundToLoopback(file, port);
      yield {
        at: port.short ? port.range : port.published.range,
        message: `\`${port.published.text}\` opens ${what}${unprotected ? ', which asks for no password,' : ''} to every machine that reaches this host, also where its firewall would say no. Other services reach it without a published port.`,
        fix: bound
          ? { title: 'Listen on 127.0.0.1 only: other machines no longer reach it', edits: [replace(bound.range, bound.text)] }
          : undefined,
      };
    }
  },
});
