import { type Node, rule, type ScalarNode, type Service, writtenOnce } from '#rule';

function found({ build }: Service): { node: ScalarNode; what: string }[] {
  const scalars = (node: Node | undefined): readonly Node[] => (node?.kind === 'list' ? node.items : node ? [node] : []);
  const wrong: [string, RegExp, string][] = [
    [
      'privileged',
      /^(?:true|yes|on)$/i,
      'runs the steps of the Dockerfile, and every package that they install, with all rights of root on the host',
    ],
    [
      'entitlements',
      /^(?:security\.insecure|network\.host|device)/,
      'lets the steps of the Dockerfile, and every package that they install, out of their sandbox',
    ],
    [
      'network',
      /^host$/,
      'lets the steps of the Dockerfile, and every package that they install, reach everything that listens on the host',
    ],
  ];
  return wrong.flatMap(([key, value, meaning]) =>
    scalars(build?.get(key)).flatMap((node) =>
      node.kind === 'scalar' && value.test(node.string) ? [{ node, what: `\`${key}: ${node.string}\` ${meaning}` }] : [],
    ),
  );
}

export default rule({
  id: 'no-privileged-build',
  on: 'compose',
  title: 'Images are built in a sandbox',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  *check(file) {
    for (const { node, what } of writtenOnce(file.services.flatMap(found), (one) => one.node.range))
      yield {
        at: node.range,
        message: `${what}.`,
      };
  },
});
