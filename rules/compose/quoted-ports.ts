import { replace, rule, type ScalarNode, writtenOnce } from '#rule';

const MARKS = { any: '"', single: "'", double: '"' } as const;

export default rule<{ quotes: keyof typeof MARKS; sections: readonly string[] }>({
  id: 'quoted-ports',
  on: 'compose',
  title: 'Ports are in quotes',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dclint/require-quotes-in-ports'],
  options: {
    properties: {
      quotes: { type: 'string', enum: ['any', 'single', 'double'], description: 'Which quotes.', default: 'any' },
      sections: {
        type: 'array',
        items: { type: 'string' },
        description: 'Keys of services whose ports are asked about.',
        default: ['ports', 'expose'],
      },
    },
  },
  *check(file, { options: { quotes, sections } }) {
    const nodes = file.services.flatMap(({ list }) => sections.flatMap((key) => list(key)));
    const plain = (node: ScalarNode) => node.style === 'plain' && !node.interpolated && node.trap !== 'sexagesimal';
    const other = ({ style }: ScalarNode) => quotes !== 'any' && style === (quotes === 'single' ? 'double' : 'single');
    const found = nodes.filter((node) => plain(node) || other(node));
    for (const node of writtenOnce(found, ({ range }) => range)) {
      const mark = MARKS[quotes];
      // In other quotes some characters are written in another way.
      const same = !/["'\\]/.test(node.string);
      yield {
        at: node.range,
        message: plain(node)
          ? `\`${node.string}\` is not in quotes. Readers of YAML 1.1 take some ports, such as \`22:22\`, for numbers in base 60; with quotes around all of them nobody has to know which.`
          : `\`${node.string}\` is not in ${quotes} quotes, which the settings ask for.`,
        fix:
          node.via || !same ? undefined : { title: 'Put it in quotes', edits: [replace(node.range, mark + node.string + mark)] },
      };
    }
  },
});
