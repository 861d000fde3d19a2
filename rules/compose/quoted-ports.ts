import { replace, rule, type ScalarNode, writtenOnce } from '#rule';

export default rule({
  id: 'quoted-ports',
  on: 'compose',
  title: 'Ports are in quotes',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dclint/require-quotes-in-ports'],
  *check(file) {
    const nodes = file.services.flatMap(({ list }) => [...list('ports'), ...list('expose')]);
    const plain = (node: ScalarNode) => node.style === 'plain' && !node.interpolated && node.trap !== 'sexagesimal';
    for (const node of writtenOnce(nodes.filter(plain), ({ range }) => range))
      yield {
        at: node.range,
        message: `\`${node.string}\` is not in quotes. Some ports of this form are read as numbers in base 60, so that quoting all is the habit that never fails.`,
        fix: node.via ? undefined : { title: `Put it in quotes`, edits: [replace(node.range, `"${node.string}"`)] },
      };
  },
});
