import { portConflicts, rule, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'unique-published-ports',
  on: 'compose',
  title: 'No port of the host is published twice',
  severity: 'warning',
  category: 'consistency',
  also: ['dclint/no-duplicate-exported-ports'],
  *check(file) {
    for (const { port, service, earlier, number, chosen } of writtenOnce(portConflicts(file), (one) => one.port.range)) {
      const who = earlier.service === service ? 'this service' : `\`${earlier.service.name}\``;
      yield {
        at: usedAt(port),
        message: chosen
          ? `The engine takes any port of this range that is free. Port ${number} belongs to ${who}, which fails when it starts second.`
          : `Port ${number} of the host is published by ${who} already: the second that starts fails, because the port is taken.`,
        related: [{ at: earlier.port.range, message: chosen ? 'Published here.' : 'Published here first.' }],
      };
    }
  },
});
