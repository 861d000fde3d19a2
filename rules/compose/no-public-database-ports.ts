import { boundToLoopback, databaseAt, openPorts, replace, rule, writtenOnce } from '#rule';

export default rule({
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
  *check(file) {
    for (const port of writtenOnce(file.services.flatMap(openPorts), ({ range }) => range)) {
      const what = databaseAt(port.target?.ports?.from ?? 0);
      if (!what || !port.published) continue;
      const bound = boundToLoopback(file, port);
      yield {
        at: port.short ? port.range : port.published.range,
        message: `\`${port.published.text}\` opens ${what} to every machine that reaches this host, also where its firewall would say no. Other services reach it without a published port.`,
        fix: bound
          ? { title: 'Listen on 127.0.0.1 only: other machines no longer reach it', edits: [replace(bound.range, bound.text)] }
          : undefined,
      };
    }
  },
});
