import { isInterpolated, rule, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'fixed-host-ports',
  on: 'compose',
  title: 'Published ports have a number on the host',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  *check(file) {
    for (const port of writtenOnce(
      file.services.flatMap(({ ports }) => ports),
      ({ range }) => range,
    )) {
      const { published, target, node } = port;
      if (published || !target?.ports || (node.kind === 'scalar' && isInterpolated(node.string))) continue;
      yield {
        at: usedAt(port),
        message: `\`${target.text}\` gets another port of the host at every start. Give it one, as in \`8080:${target.text}\`; for other services of the project nothing needs to be published.`,
      };
    }
  },
});
