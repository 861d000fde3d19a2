import { boundToLoopback, databaseAt, openPorts, replace, rule, writtenOnce } from '#rule';

export default rule<{ public: readonly number[] }>({
  id: 'bind-published-ports',
  on: 'compose',
  title: 'Published ports name the address they listen on',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: [
    'compose-lint/CL-0005',
    'dclint/no-unbound-port-interfaces',
    'kics/451d79dc',
    'kics/container_traffic_not_bound_to_host_interface',
  ],
  cis: ['5.14'],
  options: {
    properties: {
      public: {
        type: 'array',
        items: { type: 'integer', minimum: 0, maximum: 65535 },
        description: 'Ports of the host that are meant to be open to everybody.',
        default: [],
      },
    },
  },
  *check(file, { options }) {
    for (const port of writtenOnce(file.services.flatMap(openPorts), ({ range }) => range)) {
      if (options.public.includes(port.published?.ports?.from ?? -1)) continue;
      // Those of databases have a rule of their own.
      if (port.published && databaseAt(port.target?.ports?.from ?? 0)) continue;
      const bound = boundToLoopback(file, port);
      const part = port.published ?? port.target;
      if (!part) continue;
      yield {
        at: port.short ? port.range : part.range,
        message: `\`${part.text}\` is published on every address of the host, past its firewall. Name the address that it is for, such as 127.0.0.1.`,
        fix: bound
          ? { title: 'Listen on 127.0.0.1 only: other machines no longer reach it', edits: [replace(bound.range, bound.text)] }
          : undefined,
      };
    }
  },
});
