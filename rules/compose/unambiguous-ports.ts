import { replace, rule, writtenOnce } from '#rule';

export default rule({
  id: 'unambiguous-ports',
  on: 'compose',
  title: 'Ports that YAML 1.1 takes for numbers are in quotes',
  severity: 'warning',
  category: 'reliability',
  fixes: 'safe',
  also: ['dclint/require-quotes-in-ports'],
  *check(file) {
    const nodes = file.services.flatMap(({ list }) => [...list('ports'), ...list('expose')]);
    for (const node of writtenOnce(
      nodes.filter(({ trap }) => trap === 'sexagesimal'),
      ({ range }) => range,
    ))
      yield {
        at: node.range,
        message: `\`${node.string}\` without quotes is a number in base 60 to readers of YAML 1.1, such as podman-compose: they publish another port, or fail.`,
        fix: node.via ? undefined : { title: 'Put it in quotes', edits: [replace(node.range, `"${node.string}"`)] },
      };
  },
});
