import { isInterpolated, replace, rule, usedAt, withHostPort, writtenOnce } from '#rule';

export default rule({
  id: 'fixed-host-ports',
  on: 'compose',
  title: 'Published ports have a number on the host',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'unsafe',
  *check(file) {
    const all = file.services.flatMap((service) => service.ports.map((port) => ({ service, port })));
    for (const { service, port } of writtenOnce(all, (one) => one.port.range)) {
      const { published, target, node } = port;
      if (published || !target?.ports || (node.kind === 'scalar' && isInterpolated(node.string))) continue;
      const given = withHostPort(file, service, port);
      yield {
        at: usedAt(port),
        message: `\`${target.text}\` gets another port of the host at every start. Give it one, as in \`8080:${target.text}\`; for other services of the project nothing needs to be published.`,
        fix: given
          ? {
              title: `Publish it at ${given.number}${port.hostIp ? '' : ' of 127.0.0.1: other machines do not reach it'}`,
              edits: [replace(given.range, given.text)],
            }
          : undefined,
      };
    }
  },
});
